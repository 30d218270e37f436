import { read } from '../../../../../reader/src/read.ts'
import { serve } from '../../../../ground/workers/serve.ts'

/** The process that reads texts. It is handed a text and hands back its `Reading`. */
serve(
  async (text: string) => read(text),
  () => true,
)
