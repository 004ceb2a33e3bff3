//! What an account costs on a real host: all of Debian's services run as children of the privileged
//! process, in a name space where nothing else does, and the server makes and removes accounts by the
//! hundred.

mod cpu;
mod machine;
mod parts;

use std::{
    path::Path,
    sync::Barrier,
    thread,
    time::{Duration, Instant},
};

use root::Service;

use crate::{
    Result,
    measure::{Times, in_turn},
    report::{Base, Report, Row, shown},
    works::PASSWORD,
};
use machine::Host;

/// How many accounts are made at once.
const CROWD: u32 = 100;
/// How often.
const ROUNDS: u32 = 5;
/// How many connections make the accounts that are there before.
const HANDS: u32 = 32;
/// How long the host may be busy with what it put off, before its time is read.
const REST: Duration = Duration::from_secs(2);

/// What hundreds of accounts cost.
struct Crowds {
    made: Times,
    removed: Times,
    /// The processors' time for one account that is made, in milliseconds.
    cpu: f64,
    /// The reloads of the service that had most of them, for a hundred accounts at once.
    reloads: u64,
}

/// Measures a host that comes to have that many accounts, with its data below a folder that is made anew.
pub(crate) fn measure(folder: &Path, accounts: u32) -> Result<Report> {
    let mut host = Host::start(folder)?;
    // A hash costs the same whoever makes it, and would hide the rest.
    host.serve("hash_cost = 1\n")?;
    fill(&host, 0..CROWD)?;
    let few = crowds(&host, accounts)?;
    fill(&host, CROWD..accounts)?;
    let many = crowds(&host, accounts)?;
    let bare = parts::cpu_of_user(CROWD)?;
    host.serve("")?;
    let whole = crowds(&host, accounts)?;
    let mut rows = times(folder, &whole)?;
    let reloads = few.reloads.max(many.reloads).max(whole.reloads);
    rows.push(Row {
        work: "100 createacct at once",
        baseline: "",
        found: "the service that was reloaded most".to_owned(),
        value: f64::from(u32::try_from(reloads)?),
        most: 4.0,
        unit: "reloads",
    });
    let growth = "createacct beside 10,000 accounts, its hash left out";
    rows.push(Row::ratio(growth, "beside 100", (&many.made, Base(&[&few.made])), 1.3));
    rows.push(Row {
        work: "All processors' time for a createacct beside 10,000 accounts, its hash left out",
        baseline: "that for a bare `useradd -m -U`",
        found: format!("{:.2} ms against {bare:.2} ms", many.cpu),
        value: many.cpu / bare,
        most: 1.0,
        unit: "×",
    });
    Ok(Report::new(rows))
}

/// How long an account takes, against its unavoidable parts by hand.
fn times(folder: &Path, whole: &Crowds) -> Result<Vec<Row>> {
    let mut parts = parts::Parts::new(folder)?;
    let parts::Parts { hash, user, commit, files } = &mut parts;
    let [hash, user, commit, files] = in_turn(
        21,
        [&mut |_| hash(), &mut |round| user(round), &mut |_| commit(), &mut |_| files()],
    )?;
    let base = "one hash, one `useradd -m -U`, one durable commit, and its files written by hand";
    let row = |work, times: &Times| {
        Row::ratio(work, base, (times, Base(&[&hash, &user, &commit, &files])), 2.0)
    };
    let mut rows = vec![
        row("createacct with all services, one of 100 at once", &whole.made),
        row("removeacct with all services, one of 100 at once", &whole.removed),
    ];
    if let Some(first) = rows.first_mut() {
        let each = [&hash, &user, &commit, &files].map(|times| shown(times.median()));
        first.found.extend(["; the parts are ", &each.join(", ")]);
    }
    Ok(rows)
}

/// Makes accounts for those to come to be beside.
fn fill(host: &Host, numbers: std::ops::Range<u32>) -> Result<()> {
    let (first, end) = (numbers.start, numbers.end);
    let made: Vec<Result<()>> = thread::scope(|scope| {
        let hand = |hand: u32| {
            scope.spawn(move || {
                let mut caller = host.caller()?;
                let mine = (first + hand..end).step_by(usize::try_from(HANDS)?);
                for number in mine {
                    let request = caller.request("createacct", &form(number));
                    caller.call(&request)?;
                }
                Ok(())
            })
        };
        let hands: Vec<_> = (0..HANDS).map(hand).collect();
        hands
            .into_iter()
            .map(|hand| hand.join().unwrap_or_else(|_| Err("a hand broke off".into())))
            .collect()
    });
    made.into_iter().collect()
}

/// Makes hundreds of accounts beside those that are there, and removes them.
fn crowds(host: &Host, first: u32) -> Result<Crowds> {
    let (mut made, mut removed, mut cpu, mut reloads) = (Vec::new(), Vec::new(), Vec::new(), 0);
    // One that is not counted comes before.
    for round in 0..=ROUNDS {
        let before = (host.reloads()?, cpu::others()?);
        let took = at_once(host, first, "createacct", form)?;
        thread::sleep(REST);
        let after = (host.reloads()?, cpu::others()?);
        let gone =
            at_once(host, first, "removeacct", |number| format!("username={}", user(number)))?;
        thread::sleep(REST);
        if round > 0 {
            made.push(took);
            removed.push(gone);
            cpu.push((after.1 - before.1) / f64::from(CROWD));
            let most = |service: &Service| {
                let of =
                    |counts: &machine::Reloads| counts.get(service).copied().unwrap_or_default();
                of(&after.0) - of(&before.0)
            };
            reloads = reloads.max(Service::ALL.iter().map(most).max().unwrap_or_default());
        }
    }
    cpu.sort_by(f64::total_cmp);
    let cpu = cpu.get(cpu.len() / 2).copied().unwrap_or_default();
    let each = |times: Vec<Duration>| times.into_iter().map(|time| time / CROWD).collect();
    Ok(Crowds { made: each(made), removed: each(removed), cpu, reloads })
}

/// Calls a function for a hundred accounts, all at the same time; how long all of them take.
fn at_once(
    host: &Host,
    first: u32,
    function: &str,
    form: impl Fn(u32) -> String,
) -> Result<Duration> {
    let callers: Vec<_> = (first..first + CROWD)
        .map(|number| {
            let mut caller = host.caller()?;
            // Its connection is open, and who calls is known.
            let hello = caller.request("version", "");
            caller.call(&hello)?;
            Ok((caller.request(function, &form(number)), caller))
        })
        .collect::<Result<_>>()?;
    let start = Barrier::new(callers.len() + 1);
    thread::scope(|scope| {
        let one = |(request, mut caller): (Vec<u8>, crate::works::Root)| {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                caller.call(&request)
            })
        };
        let calls: Vec<_> = callers.into_iter().map(one).collect();
        start.wait();
        let began = Instant::now();
        let broken = |_| Err("a call broke off".into());
        calls.into_iter().try_for_each(|call| call.join().unwrap_or_else(broken))?;
        Ok(began.elapsed())
    })
}

fn user(number: u32) -> String {
    format!("host{number:06}")
}

fn form(number: u32) -> String {
    format!("username={}&domain={}.test&password={PASSWORD}", user(number), user(number))
}
