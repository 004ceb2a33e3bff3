//! What was measured, as a table for the terminal and as a page of the documentation.

use std::{fs, time::Duration};

use crate::measure::Times;

/// All that was measured, and where.
pub(crate) struct Report {
    rows: Vec<Row>,
    machine: String,
}

/// One promise.
pub(crate) struct Row {
    /// What is done.
    pub(crate) work: &'static str,
    /// What it is compared with.
    pub(crate) baseline: &'static str,
    /// What was found.
    pub(crate) found: String,
    /// What it is measured by: less is better.
    pub(crate) value: f64,
    /// The most that it may be.
    pub(crate) most: f64,
    /// Behind the numbers: `×`, `MB`, `s`.
    pub(crate) unit: &'static str,
}

impl Row {
    /// The time of a work as a multiple of a baseline's, by the medians.
    pub(crate) fn ratio(
        work: &'static str,
        baseline: &'static str,
        (times, base): (&Times, Base<'_>),
        most: f64,
    ) -> Self {
        let median = base.sum(Times::median);
        let value = times.median().as_secs_f64() / median.as_secs_f64();
        let least = times.least().as_secs_f64() / base.sum(Times::least).as_secs_f64();
        let found = format!(
            "{} against {}; the shortest {least:.2} ×",
            shown(times.median()),
            shown(median),
        );
        Self { work, baseline, found, value, most, unit: "×" }
    }

    fn holds(&self) -> bool {
        self.value <= self.most
    }
}

/// The works that a baseline is the sum of.
pub(crate) struct Base<'a>(pub(crate) &'a [&'a Times]);

impl Base<'_> {
    fn sum(&self, of: fn(&Times) -> Duration) -> Duration {
        self.0.iter().map(|times| of(times)).sum()
    }
}

impl Report {
    /// Of these rows, on this machine.
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        Self { rows, machine: machine() }
    }

    /// Whether all promises hold.
    pub(crate) fn holds(&self) -> bool {
        self.rows.iter().all(Row::holds)
    }

    /// The rows in Markdown.
    pub(crate) fn table(&self) -> String {
        let mut table = String::from("| Work | Compared with | Found | Value | At most | |\n");
        table.push_str("| --- | --- | --- | --: | --: | --- |\n");
        for row in &self.rows {
            let Row { work, baseline, found, value, most, unit } = row;
            let word = if row.holds() { "holds" } else { "**missed**" };
            let cells = format!("{found} | {value:.2} {unit} | {most} {unit} | {word}");
            table.extend(["| ", work, " | ", baseline, " | ", &cells, " |\n"]);
        }
        table
    }

    /// The whole page. What the page before says of a real host, which is measured by itself, stays.
    pub(crate) fn page(&self, before: &str) -> String {
        let host = before.find(HOST).and_then(|place| before.get(place..)).unwrap_or_default();
        format!("{HEAD}\n{}\n{}\n{host}", self.machine, self.table())
    }

    /// The page with these rows as those of a real host; the rest of it stays.
    pub(crate) fn page_of_host(&self, before: &str) -> String {
        let place = before.find(HOST).unwrap_or(before.len());
        let rest = before.get(..place).unwrap_or_default().trim_end();
        format!("{rest}\n\n{HOST}{ON_A_HOST}\n{}\n{}", self.machine, self.table())
    }
}

/// Where the page begins to tell of a real host.
const HOST: &str = "## On a real host\n";

const ON_A_HOST: &str = "
<!-- Written by `cargo xtask bench --host`. -->

All of Debian's services run: Apache, PHP-FPM, PowerDNS, Exim, Dovecot, Pure-FTPd, MariaDB and PostgreSQL,
as children of the privileged process. A hundred accounts are made at once, and removed at once, five times,
and a hundredth of that is the time of one. The parts by hand are measured in turn, one after the other, in
the same run. The processors' time is that of every process there but the client's. Where the hash is left
out, its cost is the least that there is. The key that signs a domain's mail is made later, one after the other
when the server has nothing else to do, and is in none of the figures but by chance.
";

const HEAD: &str = "\
# Benchmarks

<!-- Written by `cargo xtask bench`. -->

Each number is a ratio to the least that could do the same, measured in turn with it in the same run
by the same client, so that it says something on other machines too. The bare handler is axum with
ready-made bytes of the same answer, in a process of its own, with the same TLS settings and the same
certificate; connections are kept alive. A durable commit is a row inserted into a table of SQLite's
in write-ahead mode with `synchronous=FULL`, on the same disk. Values are of medians.
";

/// The machine and what else it does.
fn machine() -> String {
    let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| {
        let line = text.lines().find(|line| line.starts_with(name)).unwrap_or_default().to_owned();
        line.split_once(':').map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!(
        "Machine: {}, {cores} cores, {} of memory, Linux {}. Load when it ended: {}.\n",
        field(&read("/proc/cpuinfo"), "model name"),
        field(&read("/proc/meminfo"), "MemTotal"),
        read("/proc/sys/kernel/osrelease").trim(),
        read("/proc/loadavg").split(' ').take(3).collect::<Vec<_>>().join(", "),
    )
}

pub(crate) fn shown(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1e3;
    if ms < 10.0 { format!("{ms:.2} ms") } else { format!("{ms:.0} ms") }
}
