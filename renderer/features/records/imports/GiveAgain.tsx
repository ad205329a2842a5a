import { Button } from '@mantine/core';
import { useState } from 'react';
import { useProblems } from '../../../components/problems.ts';
import { counted } from '../../../formats.ts';
import { host, type PickedFiles } from '../../../host/host.ts';
import { notifyDone, notifyProblem } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import classes from './ImportResult.module.css';
import { ImportTarget } from './ImportTarget.tsx';
import { sendFiles } from './uploads.ts';

/** After a reload a browser cannot read the files again by itself: the folder is given once more, and the import goes on. */
export function GiveAgain({ importId }: { importId: string }) {
  const t = useT();
  const words = t.imports;
  const report = useProblems();
  const [busy, setBusy] = useState(false);
  const goOn = async (picked: Promise<PickedFiles | null>) => {
    setBusy(true);
    try {
      const files = await picked;
      if (files?.kind !== 'uploads') return;
      const { wanted } = await sendFiles(importId, files.entries);
      if (wanted === 0) notifyProblem([words.noneMatched]);
      else notifyDone(words.matched(counted(wanted)));
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ImportTarget label={words.resume} onPicked={(picked) => void goOn(picked)}>
      <div className={classes.again} role="status">
        <div>
          <p className={classes.againTitle}>{words.needsFiles}</p>
          <p>{words.dropAgain}</p>
        </div>
        <Button
          variant="default"
          size="xs"
          loading={busy}
          onClick={() => void goOn(host.pickFiles({ endings: [], many: true }))}
        >
          {words.chooseAgain}
        </Button>
      </div>
    </ImportTarget>
  );
}
