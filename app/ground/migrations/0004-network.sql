-- The network's own settings, and who stands for it before the law.

alter table network add revision integer not null default 1;

-- Who operates the network (§ 5 DDG, § 18 MStV, Art. 13 GDPR): one row a network, null where nobody entered it yet.
create table operator (
  network_id uuid not null references network (id),
  id uuid not null,
  legal_form text not null check (legal_form in ('association', 'public_body', 'company', 'group', 'person')),
  name text,
  represented_by text,
  street text,
  postal_code text,
  city text,
  email text,
  phone text,
  register text,
  vat_id text,
  supervisory_authority text,
  responsible_name text,
  responsible_address text,
  data_protection_contact text,
  hosted_by text,
  accessibility_contact text,
  enforcement_body text,
  revision integer not null,
  primary key (network_id, id),
  unique (network_id)
);

alter table operator enable row level security;
create policy network_wall on operator
  using (network_id = (select nullif(current_setting('app.network', true), '')::uuid))
  with check (network_id = (select nullif(current_setting('app.network', true), '')::uuid));
grant select, insert, update on operator to :app_role;
