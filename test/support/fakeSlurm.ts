import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

const scripts = {
  // Each task of a new array has the state that the file `word` names. Where it is COMPLETED, the task leaves its record, as it would.
  sbatch: `script=$(cat); array=; comment=
case " $* " in *" --test-only "*) exit 0;; esac
[ -e "$here/away" ] && { echo "sbatch: error: Unable to contact slurm controller (connect failure)" >&2; exit 1; }
[ ! -e "$here/refused" ] || { cat "$here/refused" >&2; exit 1; }
for option; do case $option in --array=*) array=\${option#--array=0-};; --comment=*) comment=\${option#--comment=};; esac; done
word=$(cat "$here/word")
job=$(($(wc -l <"$here/calls")))
run=\${script#*"'"}
run=\${run%%"'"*}
task=0
while [ $task -le $array ]; do
  echo "$job|$task|$word|$comment"
  [ $word != COMPLETED ] || echo 0 >"\${run%/*/*/run}/ended/$comment.$task"
  task=$((task + 1))
done >>"$here/queue"
echo "$job"`,
  squeue: `[ -e "$here/away" ] && { echo "squeue: error: Unable to contact slurm controller (connect failure)" >&2; exit 1; }
[ ! -e "$here/queue" ] || cat "$here/queue"`,
  scancel: "",
};

/**
 * Commands that stand in for Slurm's, where a test needs what the real ones do by chance, or late. The folder has: `calls`, a line for each;
 * `word`, the state of tasks from now on; `queue`, what squeue says; `refused`, why sbatch takes nothing; and `away`, where the controller is.
 */
export async function fakeSlurm(folder: string): Promise<{ readonly env: { readonly PATH: string }; readonly place: string }> {
  const place = path.join(folder, "slurm");
  await mkdir(place);
  await writeFile(path.join(place, "word"), "RUNNING");
  for (const [name, script] of Object.entries(scripts)) {
    await writeFile(path.join(place, name), `#!/bin/sh\nhere=${place}\necho ${name} "$*" >>"$here/calls"\n${script}\n`);
    await chmod(path.join(place, name), 0o755);
  }
  return { env: { PATH: `${place}:${process.env.PATH}` }, place };
}
