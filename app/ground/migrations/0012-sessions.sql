-- A session belongs to the network whose door it began at, and knows whether a second factor stood behind it.
alter table sign_in.session add column "networkId" uuid;
alter table sign_in.session add column strong boolean not null default false;

-- Of whom the network demands a second factor.
alter table network add column second_factor text not null default 'off'
  check (second_factor in ('off', 'coordination', 'leading'));
