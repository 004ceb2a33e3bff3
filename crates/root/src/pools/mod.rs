//! The program that stands before PHP-FPM. It listens on the socket of each account's pool, and once
//! somebody comes it starts a PHP-FPM of that account alone, under the account's own user, and hands it the
//! socket; one that had nothing to do for a while is ended. So an account more costs a socket and no process,
//! no account's change is felt by another's programs, and nothing of PHP runs as root.

mod master;
mod pool;
mod tell;
mod watch;

use std::{
    collections::{BTreeSet, HashMap},
    fs, io,
    io::Write as _,
    os::unix::net::{UnixListener, UnixStream},
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use rustix::{
    event::{
        Timespec,
        epoll::{self, EventData, EventFlags},
    },
    fd::OwnedFd,
    process::{Resource, Rlimit, Signal, getrlimit, setrlimit},
};

use signal_hook::consts::SIGTERM;

use crate::Name;
use master::Master;
use pool::Pool;
pub(crate) use tell::{control, tell};
use watch::{Changed, Watch};

/// The numbers of what is waited for besides the pools.
const WATCH: u64 = 0;
const CONTROL: u64 = 1;
const END: u64 = 2;
/// How often it is looked who has nothing to do.
const EACH: Duration = Duration::from_secs(15);
/// How many events are taken at once.
const EVENTS: usize = 64;

/// Serves the pools that lie below a folder of configuration, with their sockets in another, until it is
/// told to end. What it started is of its process group, for whoever kills it.
pub fn pools(config: &Path, run: &Path) -> io::Result<()> {
    let limit = getrlimit(Resource::Nofile).maximum;
    setrlimit(Resource::Nofile, Rlimit { current: limit, maximum: limit })?;
    let (ending, told) = UnixStream::pair()?;
    signal_hook::low_level::pipe::register(SIGTERM, told)?;
    let mut pools = Pools::new(config, run)?;
    epoll::add(&pools.events, &ending, EventData::new_u64(END), EventFlags::IN)?;
    while pools.turn()? {}
    pools.end()
}

/// The pools, and what is waited for.
struct Pools {
    config: PathBuf,
    run: PathBuf,
    events: OwnedFd,
    watch: Watch,
    control: UnixListener,
    open: HashMap<Name, Pool>,
    sources: HashMap<u64, Source>,
    next: u64,
    swept: Instant,
}

/// Whose event a number is.
enum Source {
    /// Somebody came to a pool.
    Pool(Name),
    /// A process ended.
    Master(Master),
}

impl Pools {
    fn new(config: &Path, run: &Path) -> io::Result<Self> {
        let events = epoll::create(epoll::CreateFlags::CLOEXEC)?;
        let watch = Watch::new(&config.join("pools"))?;
        epoll::add(&events, &watch, EventData::new_u64(WATCH), EventFlags::IN)?;
        let control = tell::listen(run)?;
        epoll::add(&events, &control, EventData::new_u64(CONTROL), EventFlags::IN)?;
        let (config, run) = (config.to_owned(), run.to_owned());
        let (open, sources, next, swept) = (HashMap::new(), HashMap::new(), END, Instant::now());
        let mut all = Self { config, run, events, watch, control, open, sources, next, swept };
        all.begin()?;
        Ok(all)
    }

    /// Opens the pools that are there, and takes away the sockets of an earlier process.
    fn begin(&mut self) -> io::Result<()> {
        for entry in fs::read_dir(&self.run)? {
            let name = entry?.file_name();
            let old = name.to_str().and_then(|name| name.strip_suffix(".sock"));
            if let Some(Ok(old)) = old.map(str::parse::<Name>) {
                fs::remove_file(pool::socket(&self.run, &old))?;
            }
        }
        self.look_at_all()
    }

    /// Waits for what comes next, and does it; false once it is told to end.
    fn turn(&mut self) -> io::Result<bool> {
        let wait = EACH.saturating_sub(self.swept.elapsed());
        let wait = Timespec::try_from(wait).map_err(io::Error::other)?;
        let mut events = Vec::with_capacity(EVENTS);
        match epoll::wait(&self.events, rustix::buffer::spare_capacity(&mut events), Some(&wait)) {
            Ok(_) | Err(rustix::io::Errno::INTR) => {}
            Err(errno) => return Err(errno.into()),
        }
        for event in events {
            match event.data.u64() {
                WATCH => {
                    let changed = self.watch.changed()?;
                    // One that cannot be as it is configured ends no other.
                    if let Err(cause) = self.follow(changed) {
                        tracing::error!(%cause, "not all pools are as they are configured");
                    }
                }
                CONTROL => self.answer()?,
                END => return Ok(false),
                number => self.happened(number)?,
            }
        }
        if self.swept.elapsed() >= EACH {
            self.sweep()?;
        }
        Ok(true)
    }

    /// Ends all that it started.
    fn end(self) -> io::Result<()> {
        let masters = self.sources.into_values().filter_map(|source| match source {
            Source::Master(master) => Some(master),
            Source::Pool(_) => None,
        });
        let masters: Vec<Master> = masters.collect();
        masters.iter().try_for_each(|master| master.signal(Signal::TERM))?;
        masters.into_iter().try_for_each(|master| master.wait().map(drop))
    }

    /// Tells one who asks for it that all that was changed before is in force.
    fn answer(&mut self) -> io::Result<()> {
        let (mut line, _): (UnixStream, _) = self.control.accept()?;
        if let Err(cause) = self.catch_up() {
            // Who does not wait for the answer has no use for it.
            drop(write!(line, "{cause}"));
        }
        Ok(())
    }

    fn catch_up(&mut self) -> io::Result<()> {
        let changed = self.watch.changed()?;
        self.follow(changed)
    }

    fn follow(&mut self, changed: Changed) -> io::Result<()> {
        match changed {
            Changed::These(names) => self.look_at_each(&names),
            Changed::Many => self.look_at_all(),
        }
    }

    /// Makes pools as they are configured by now; gives what went wrong first, after all others.
    fn look_at_each(&mut self, names: &BTreeSet<Name>) -> io::Result<()> {
        let mut first = None;
        for name in names {
            if let Err(cause) = self.look_at(name) {
                tracing::error!(pool = %name, %cause, "a pool is not as it is configured");
                first = first.or(Some(cause));
            }
        }
        first.map_or(Ok(()), Err)
    }

    fn look_at_all(&mut self) -> io::Result<()> {
        let mut names: BTreeSet<Name> = self.open.keys().cloned().collect();
        for entry in fs::read_dir(self.config.join("pools"))? {
            names.extend(watch::pool_of(&entry?.file_name()));
        }
        self.look_at_each(&names)
    }

    /// Makes a pool as it is configured by now.
    fn look_at(&mut self, name: &Name) -> io::Result<()> {
        let there = pool::configuration(&self.config, name).try_exists()?;
        match (there, self.open.contains_key(name)) {
            (true, true) => self.renew(name),
            (true, false) => self.open(name),
            (false, true) => self.close(name),
            (false, false) => Ok(()),
        }
    }

    fn open(&mut self, name: &Name) -> io::Result<()> {
        let number = self.number();
        let pool = Pool::open(&self.run, name, number)?;
        self.sources.insert(pool.number, Source::Pool(name.clone()));
        self.await_visitor(&pool)?;
        self.open.insert(name.clone(), pool);
        Ok(())
    }

    fn close(&mut self, name: &Name) -> io::Result<()> {
        self.renew(name)?;
        let Some(pool) = self.open.remove(name) else { return Ok(()) };
        self.sources.remove(&pool.number);
        epoll::delete(&self.events, &pool.socket)?;
        match fs::remove_file(pool::socket(&self.run, name)) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause),
            _ => Ok(()),
        }
    }

    /// Lets a pool's process end what it is at, and has another started for who comes next.
    fn renew(&mut self, name: &Name) -> io::Result<()> {
        let Some(pool) = self.open.get_mut(name) else { return Ok(()) };
        let (master, rested) = (pool.master.take(), std::mem::take(&mut pool.rests));
        if let Some(Source::Master(master)) = master.and_then(|number| self.sources.get(&number)) {
            master.signal(Signal::QUIT)?;
        }
        match self.open.get(name) {
            Some(pool) if rested || master.is_some() => self.await_visitor(pool),
            _ => Ok(()),
        }
    }

    fn await_visitor(&self, pool: &Pool) -> io::Result<()> {
        let data = EventData::new_u64(pool.number);
        Ok(epoll::add(&self.events, &pool.socket, data, EventFlags::IN)?)
    }

    fn number(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    fn happened(&mut self, number: u64) -> io::Result<()> {
        match self.sources.remove(&number) {
            Some(Source::Pool(name)) => {
                let started = self.start(&name);
                self.sources.insert(number, Source::Pool(name));
                started
            }
            Some(Source::Master(master)) => self.ended(number, master),
            // It went while its event waited.
            None => Ok(()),
        }
    }

    /// Starts the process of a pool.
    fn start(&mut self, name: &Name) -> io::Result<()> {
        let number = self.number();
        let Some(pool) = self.open.get_mut(name) else { return Ok(()) };
        epoll::delete(&self.events, &pool.socket)?;
        match Master::start(&self.config, &self.run, name, &pool.socket) {
            Ok(master) => {
                epoll::add(&self.events, master.end(), EventData::new_u64(number), EventFlags::IN)?;
                pool.master = Some(number);
                self.sources.insert(number, Source::Master(master));
            }
            Err(cause) => {
                tracing::error!(pool = %name, %cause, "PHP-FPM was not started");
                pool.rests = true;
            }
        }
        Ok(())
    }

    /// A process has ended. Should it have died at its start, its pool rests until the next sweep.
    fn ended(&mut self, number: u64, master: Master) -> io::Result<()> {
        let (name, begun) = (master.name.clone(), master.begun);
        let status = master.wait()?;
        let Some(pool) = self.open.get_mut(&name).filter(|pool| pool.master == Some(number)) else {
            return Ok(());
        };
        pool.master = None;
        if begun.elapsed() < EACH && !status.success() {
            tracing::error!(pool = %name, %status, "PHP-FPM ended when it was started");
            pool.rests = true;
            return Ok(());
        }
        self.open.get(&name).map_or(Ok(()), |pool| self.await_visitor(pool))
    }

    /// Ends who has had nothing to do for long, and tries again what could not be started.
    fn sweep(&mut self) -> io::Result<()> {
        self.swept = Instant::now();
        let idle = |source: &mut Source| match source {
            Source::Master(master) => master.is_idle().then(|| master.name.clone()),
            Source::Pool(_) => None,
        };
        let idle: Vec<Name> = self.sources.values_mut().filter_map(idle).collect();
        idle.iter().try_for_each(|name| self.renew(name))?;
        let rested = self.open.iter().filter(|(_, pool)| pool.rests);
        let rested: Vec<Name> = rested.map(|(name, _)| name.clone()).collect();
        rested.iter().try_for_each(|name| self.renew(name))
    }
}
