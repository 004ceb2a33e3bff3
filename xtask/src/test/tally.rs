//! The sum over the test programs of a run.

use std::io;

/// What all test programs said so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// The closing line of each program.
    closing: Vec<String>,
    /// The tests that failed, as named where they ran.
    failures: Vec<String>,
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Tally {
    /// Takes a line that a test program wrote.
    pub(crate) fn read(&mut self, line: &str) {
        if let Some(name) = failure(line) {
            self.failures.push(name.to_owned());
        }
        let Some(counts) = line.strip_prefix("test result: ") else { return };
        self.closing.push(line.to_owned());
        for count in counts.split([';', '.']) {
            match count.trim().split_once(' ').map(|(number, what)| (number.parse::<u64>(), what)) {
                Some((Ok(number), "passed")) => self.passed += number,
                Some((Ok(number), "failed")) => self.failed += number,
                Some((Ok(number), "ignored")) => self.skipped += number,
                _ => {}
            }
        }
    }

    /// Takes in what was run beside.
    pub(crate) fn add(&mut self, other: Self) {
        self.skipped += other.skipped;
        self.extend(other);
    }

    /// Takes in tests that were counted as skipped, and were run after all.
    pub(crate) fn catch_up(&mut self, other: Self) {
        self.skipped = self.skipped.saturating_sub(other.passed + other.failed);
        self.extend(other);
    }

    fn extend(&mut self, other: Self) {
        self.closing.extend(other.closing);
        self.failures.extend(other.failures);
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Whether there were tests, and none failed.
    pub(crate) fn is_good(&self) -> bool {
        self.passed > 0 && self.failed == 0
    }

    /// Says what came of it; the sum is the last line.
    pub(crate) fn write(&self, out: &mut impl io::Write) -> io::Result<()> {
        writeln!(out)?;
        for line in &self.closing {
            writeln!(out, "{line}")?;
        }
        for name in &self.failures {
            writeln!(out, "failed: {name}")?;
        }
        let Self { passed, failed, skipped, .. } = self;
        writeln!(out, "{passed} passed, {failed} failed, {skipped} skipped")
    }
}

/// The name in `test some::name ... FAILED`.
fn failure(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.read(line);
        }
        tally
    }

    #[test]
    fn programs_are_summed() {
        let tally = tally(&[
            "test a::b ... ok",
            "test a::c ... FAILED",
            "test result: FAILED. 1 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.31s",
            "",
            "test result: ok. 20 passed; 0 failed; 3 ignored; 0 measured; 0 filtered out; finished in 1.00s",
        ]);
        let mut out = Vec::new();
        tally.write(&mut out).unwrap();
        let said = String::from_utf8(out).unwrap();
        assert!(said.ends_with("\nfailed: a::c\n21 passed, 1 failed, 3 skipped\n"), "{said}");
        assert!(!tally.is_good());
    }

    #[test]
    fn nothing_run_is_not_good() {
        assert!(!tally(&[]).is_good());
        assert!(tally(&["test result: ok. 1 passed; 0 failed; 0 ignored"]).is_good());
    }
}
