//! A machine: what it has, and a run of it, bounded in time.

use std::{
    fs::{self, File},
    io::{self, BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    thread,
    time::{Duration, Instant},
};

use clap::ValueEnum as _;

use super::{Accel, Homes, Image, Qemu, Work};
use crate::test::Tally;

/// A machine for some work.
pub(crate) struct Machine<'a> {
    pub(crate) qemu: &'a Qemu,
    pub(crate) image: &'a Image,
    pub(crate) accel: Accel,
    pub(crate) work: Work,
    pub(crate) homes: Homes,
    pub(crate) drives: Vec<Drive>,
}

/// A drive: the machine finds it as `/dev/disk/by-id/virtio-NAME`.
pub(crate) struct Drive {
    name: &'static str,
    file: PathBuf,
    forgets: bool,
}

/// How large an empty drive is; what is not written takes no room.
const EMPTY: u64 = 2 << 30;

impl Drive {
    /// A drive that can only be read.
    pub(crate) fn kept(name: &'static str, file: &Path) -> Self {
        Self { name, file: file.to_owned(), forgets: false }
    }

    /// Whose changes are gone when the machine is.
    pub(crate) fn forgetting(self) -> Self {
        Self { forgets: true, ..self }
    }

    /// A new one with nothing on it.
    pub(crate) fn empty(name: &'static str) -> io::Result<Self> {
        let file = super::folder().join(format!("{name}.img"));
        File::create(&file)?.set_len(EMPTY)?;
        Ok(Self::kept(name, &file).forgetting())
    }

    fn arguments(&self) -> [String; 4] {
        let Self { name, file, forgets } = self;
        // A comma ends a value, two are one.
        let file = file.display().to_string().replace(',', ",,");
        let mode = if *forgets { "snapshot=on" } else { "readonly=on" };
        let drive = format!("file={file},format=raw,if=none,id={name},cache=unsafe,{mode}");
        let device = format!("virtio-blk-pci,drive={name},serial={name}");
        ["-drive".to_owned(), drive, "-device".to_owned(), device]
    }
}

/// What the machine says at its end, before its status.
pub(super) const ENDED: &str = "the machine's work ended: ";

/// The word of the kernel's line that says that homes are on btrfs; systemd lets it pass.
pub(super) const ON_BTRFS: &str = "innkeeper.homes=btrfs";

/// How long a machine may take for its work; one whose processor is translated takes a third of it here.
const LIMIT: Duration = Duration::from_mins(45);

/// How much of what the machine's console shows is told where something failed.
const LAST: usize = 40;

impl Machine<'_> {
    /// Runs it until its work is done, and shows what is said there while it is counted; gives whether it
    /// ended well.
    pub(crate) fn run(&self, tally: &mut Tally) -> Result<bool, Box<dyn std::error::Error>> {
        let begun = Instant::now();
        let mut running = Running(self.command().spawn()?);
        let said = lines(&mut running.0)?;
        let status = loop {
            match said.recv_timeout(LIMIT.saturating_sub(begun.elapsed())) {
                Ok(line) => match line.strip_prefix(ENDED) {
                    Some(status) => break status.to_owned(),
                    None => {
                        writeln!(io::stdout(), "{line}")?;
                        tally.read(&line);
                    }
                },
                Err(RecvTimeoutError::Timeout) => break format!("not within {LIMIT:?}"),
                Err(RecvTimeoutError::Disconnected) => break "too early".to_owned(),
            }
        };
        let (passed, took) = (status == "well", begun.elapsed().as_secs());
        if !passed {
            self.tell_console()?;
        }
        writeln!(
            io::stdout(),
            "{}: ended {status} after {took} s, by {:?}",
            self.name(),
            self.accel
        )?;
        Ok(passed)
    }

    fn command(&self) -> Command {
        let mut command = self.qemu.command();
        command.args(["-machine", "q35", "-smp", "2", "-m", "2560", "-display", "none"]);
        command.args(self.accel.arguments());
        command.args(["-nodefaults", "-no-user-config", "-device", "virtio-rng-pci"]);
        command.args(["-nic", "user,model=virtio-net-pci,restrict=on"]);
        command.arg("-kernel").arg(&self.image.kernel).arg("-initrd").arg(&self.image.initrd);
        command.args(["-append", &self.kernel_line()]);
        command.args(self.drives.iter().flat_map(Drive::arguments));
        // The first serial line is the console, the second what is said here.
        command.arg("-serial").arg(format!("file:{}", self.console().display()));
        command.args(["-chardev", "stdio,id=said,signal=off", "-serial", "chardev:said"]);
        // Where the changes are that are forgotten.
        command.env("TMPDIR", super::folder());
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        command
    }

    /// Limits need nothing of a server's start; the package wants all of it.
    fn kernel_line(&self) -> String {
        let unit = format!("innkeeper-test@{}.service", self.name());
        let start = match self.work {
            Work::Quotas => format!("systemd.unit={unit}"),
            Work::Host => format!("systemd.wants={unit}"),
        };
        let homes = if self.homes == Homes::Btrfs { ON_BTRFS } else { "" };
        format!(
            "root=/dev/disk/by-id/virtio-root rw console=ttyS0 mitigations=off panic=-1 {start} {homes}"
        )
    }

    fn name(&self) -> String {
        self.work.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn console(&self) -> PathBuf {
        super::folder().join(format!("{}.console", self.name()))
    }

    fn tell_console(&self) -> io::Result<()> {
        let console = String::from_utf8_lossy(&fs::read(self.console())?).into_owned();
        let lines: Vec<&str> = console.lines().collect();
        let last = lines.len().saturating_sub(LAST);
        let mut out = io::stdout().lock();
        writeln!(out, "--- the end of {}", self.console().display())?;
        lines.iter().skip(last).try_for_each(|line| writeln!(out, "{line}"))
    }
}

/// A machine that runs; its end is this value's.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // All that it changed is forgotten, so that it need not end in order.
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// The lines that a machine says.
fn lines(machine: &mut Child) -> Result<Receiver<String>, Box<dyn std::error::Error>> {
    let said = machine.stdout.take().ok_or("the machine has no output")?;
    let (sender, receiver) = channel();
    thread::spawn(move || {
        for line in BufReader::new(said).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned();
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    Ok(receiver)
}
