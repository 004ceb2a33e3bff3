//! The tests that drive Debian's own services as root: apart from the machine that they run on, so that
//! nothing of it changes. They see its folders through overlays that vanish with them, and their
//! processes end with the first of them.

pub(crate) mod apart;

use std::{
    fs,
    io::Write as _,
    path::PathBuf,
    process::{Command, Stdio},
    sync::{Mutex, PoisonError},
    thread,
};

use crate::{
    Done,
    test::{Tally, built, cargo, packages, watch},
    workspace,
};

/// What may be asked.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only tests whose names contain this.
    #[arg(long, value_name = "TEXT")]
    only: Option<String>,
    /// For the task itself: the tests' programs, run where only they see what they change.
    #[arg(long, hide = true, value_name = "PROGRAM", num_args = 1..)]
    inside: Vec<PathBuf>,
}

/// The test programs of that name hold tests for this task, and ignore them when others run them.
const NAME: &str = "host";
/// How many of them run at the same time, each on a machine of its own: they wait for their services much of
/// the time.
const LANES: usize = 2;

/// Installs what is missing, builds the tests and runs them.
pub(crate) fn run(options: &Options) -> Done {
    if !options.inside.is_empty() {
        return apart::run(&options.inside, options.only.as_deref());
    }
    let mut tally = Tally::default();
    let passed = counted(options.only.as_deref(), &mut tally)?;
    tally.write(&mut std::io::stdout().lock())?;
    if passed && tally.is_good() { Ok(()) } else { Err("not all tests passed".into()) }
}

/// Runs the tests and adds what they say to the tally; gives whether all programs ended well.
pub(crate) fn counted(
    only: Option<&str>,
    tally: &mut Tally,
) -> Result<bool, Box<dyn std::error::Error>> {
    if !workspace::is_root()? {
        return Err("The tests of a real host need root: sudo cargo xtask host-test".into());
    }
    if !can_be_apart()? {
        writeln!(
            std::io::stderr(),
            "This kernel or container lets nobody have a name space of mounts and processes with overlays: \
             the tests of a real host are skipped, as nothing would keep them from this machine."
        )?;
        return Ok(true);
    }
    packages::install_asleep(&packages::of_host_tests())?;
    let waiting = Mutex::new(programs()?);
    let lane = || {
        let (mut passed, mut tally) = (true, Tally::default());
        while let Some(program) = next(&waiting) {
            let mut unshare = apart();
            unshare.args(["tini", "--"]).arg(own_program()).arg("host-test");
            if let Some(only) = only {
                unshare.args(["--only", only]);
            }
            let well = watch(unshare.arg("--inside").arg(program), &mut tally);
            passed &= well.map_err(|problem| problem.to_string())?;
        }
        Ok::<_, String>((passed, tally))
    };
    let ended: Vec<_> = thread::scope(|scope| {
        let lanes: Vec<_> = (0..LANES).map(|_| scope.spawn(lane)).collect();
        let broken = |_| Err("a lane of tests broke off".to_owned());
        lanes.into_iter().map(|lane| lane.join().unwrap_or_else(broken)).collect()
    });
    let mut passed = true;
    for lane in ended {
        let (well, counted) = lane?;
        passed &= well;
        tally.add(counted);
    }
    Ok(passed)
}

/// The next program that nobody has taken.
fn next(waiting: &Mutex<Vec<PathBuf>>) -> Option<PathBuf> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).pop()
}

/// This program where it lies now: a build of the tests may have put a new one in its place.
fn own_program() -> PathBuf {
    workspace::target().join("debug/xtask")
}

/// Has this program do something where only it sees what it changes, with the services' packages there: as
/// root, and where the kernel has name spaces.
pub(crate) fn run_apart(words: &[&str]) -> Done {
    if !workspace::is_root()? || !can_be_apart()? {
        return Err("A real host needs root, and a kernel with name spaces and overlays".into());
    }
    packages::install_asleep(&packages::of_host_tests())?;
    workspace::run(apart().args(["tini", "--"]).arg(own_program()).args(words))
}

/// Whether what changes can be kept from the machine here.
fn can_be_apart() -> std::io::Result<bool> {
    let known = fs::read_to_string("/proc/filesystems")?.contains("overlay");
    let mut probe = apart();
    probe.args(["mount", "-t", "tmpfs", "innkeeper-tests", "/mnt"]);
    Ok(known && probe.stderr(Stdio::null()).status()?.success())
}

/// Runs a program in name spaces of its own.
fn apart() -> Command {
    let mut unshare = Command::new("unshare");
    unshare.args(["--mount", "--propagation", "private", "--net", "--ipc"]);
    unshare.args(["--pid", "--fork", "--kill-child", "--mount-proc", "--"]);
    unshare
}

/// Builds the programs and the tests that use them; gives the tests' programs, the largest last, which takes
/// longest. The whole workspace is built, as for the other tests: parts of it have other features of what they
/// use, which would be built anew.
fn programs() -> Result<Vec<PathBuf>, Box<dyn std::error::Error>> {
    workspace::run(&mut cargo(&["build", "--workspace", "--bins"]))?;
    let mut programs = built(NAME)?;
    programs.sort_by_cached_key(|path| fs::metadata(path).map_or(0, |facts| facts.len()));
    Ok(programs)
}
