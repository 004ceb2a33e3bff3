//! `innkeeper check --host`: a real machine in full. Each subject that the store has is applied to a
//! machine that only compares, so that what would change is what differs; then it is looked for what the
//! machine has besides, and each service is asked what it thinks of its configuration.

mod files;

use std::{
    collections::BTreeSet,
    mem::{Discriminant, discriminant},
    thread::sleep,
    time::Duration,
};

use api::{
    Engine, Error, Host, Kind, Result, UserName,
    records::{
        AccountRecord, DatabaseRecord, DatabaseUser, DomainRecord, MailDomainRecord, Record,
        Select, SessionDatabaseUser, Subject, Tx, ZoneRecord,
    },
};
use functions::domain::apply;
use root::{Answer, Client, Verb};

use super::{super::Problem, AT_WORK, described};
use crate::run::host::Compared;

/// How long it is waited, beside a running server, before what differed is looked at again: by then an
/// act that was at work is over.
const AGAIN: Duration = Duration::from_secs(3);

/// What is looked at.
struct Machine<'a> {
    compared: &'a Compared,
    /// Whether no server runs, so that nobody is at work.
    alone: bool,
}

/// What is not as it should be, a line each. `drift` is told of already.
pub(super) fn check(
    compared: &Compared,
    alone: bool,
    drift: &BTreeSet<Subject>,
) -> Result<Vec<String>> {
    let machine = Machine { compared, alone };
    let mut subjects = subjects(&*compared.host.store.read()?)?;
    subjects.retain(|subject| !drift.contains(subject));
    let (mut found, differing) = machine.look(&subjects)?;
    if !alone && !found.is_empty() {
        sleep(AGAIN);
        let again: BTreeSet<String> =
            machine.look(&differing)?.0.iter().map(|line| timeless(line)).collect();
        found.retain(|line| again.contains(&timeless(line)));
    }
    Ok(found)
}

/// Which subjects differ, and a line for each thing that does.
pub(in crate::cli) fn differing(
    compared: &Compared,
    drift: &BTreeSet<Subject>,
) -> Result<(Vec<String>, BTreeSet<Subject>)> {
    let mut subjects = subjects(&*compared.host.store.read()?)?;
    subjects.retain(|subject| !drift.contains(subject));
    Ok(Machine { compared, alone: true }.compare(&subjects))
}

/// A line without its numbers: what programs say has the time in it.
fn timeless(line: &str) -> String {
    line.chars().filter(|c| !c.is_ascii_digit()).collect()
}

impl Machine<'_> {
    fn host(&self) -> &Host {
        &self.compared.host
    }

    fn root(&self) -> &Client {
        &self.compared.root
    }

    /// Looks at these subjects, and at all that has to do with none; gives the subjects that differ too.
    fn look(&self, subjects: &BTreeSet<Subject>) -> Result<(Vec<String>, BTreeSet<Subject>)> {
        let mut lines = renamings(&*self.host().store.read()?)?;
        let (differences, differing) = self.compare(subjects);
        lines.extend(differences);
        lines.extend(files::without_owner(self.host(), self.root())?);
        lines.extend(self.strays()?);
        lines.extend(self.of_databases());
        lines.extend(self.services()?);
        Ok((lines, differing))
    }

    /// Compares each subject. A service that does not answer is told of once.
    fn compare(&self, subjects: &BTreeSet<Subject>) -> (Vec<String>, BTreeSet<Subject>) {
        let (mut lines, mut differing) = (Vec::new(), BTreeSet::new());
        let mut silent = None;
        for subject in subjects {
            if silent == Some(asked(subject)) {
                continue;
            }
            let applied = apply::subject(self.host(), subject);
            let mut found = self.root().differences();
            if let Err(problem) = applied {
                let away = problem.kind() == Kind::Unavailable;
                silent = away.then(|| asked(subject));
                found.push(Problem::from(problem).to_string());
            }
            if !found.is_empty() {
                differing.insert(subject.clone());
            }
            lines.extend(found.iter().map(|what| format!("{}: {what}", described(subject))));
        }
        (lines, differing)
    }

    /// What lies on the machine of nobody, or is left of an act that was not finished.
    fn strays(&self) -> Result<Vec<String>> {
        let age = if self.alone { 0 } else { AT_WORK.unsigned_abs() };
        self.told(&Verb::Strays { older_than: age })
    }

    /// What database servers have of nobody. One that does not answer is told of by its subjects.
    fn of_databases(&self) -> Vec<String> {
        let strays = self.host().databases.strays();
        strays.unwrap_or_else(|problem| vec![format!("machine: {}", Problem::from(problem))])
    }

    /// What services say of themselves.
    fn services(&self) -> Result<Vec<String>> {
        let mut lines = Vec::new();
        for service in &self.compared.layout.services {
            let said = self.told(&Verb::CheckService(*service))?;
            lines.extend(said.iter().map(|what| format!("service {}: {what}", service.name())));
        }
        Ok(lines)
    }

    fn told(&self, verb: &Verb) -> Result<Vec<String>> {
        match self.root().call(verb).map_err(unanswered)? {
            Answer::Told(told) => Ok(told),
            _ => Err(Error::internal("the privileged process gave an answer of another verb's")),
        }
    }
}

fn unanswered(refusal: root::Refusal) -> Error {
    Error::new(Kind::Unavailable, format!("The machine could not be looked at: {refusal}."))
}

/// What tells which service is asked of a subject.
fn asked(subject: &Subject) -> (Discriminant<Subject>, Option<Engine>) {
    let engine = match subject {
        Subject::Database(engine, _) | Subject::DatabaseUser(engine, _) => Some(*engine),
        _ => None,
    };
    (discriminant(subject), engine)
}

/// The subjects that are compared: those whose state is files, users and records. What is being renamed
/// is not among them.
fn subjects(tx: &dyn Tx) -> Result<BTreeSet<Subject>> {
    let mut all = BTreeSet::new();
    each(tx, |row: AccountRecord| {
        if row.formerly.is_none() {
            all.insert(Subject::User(row.name.clone()));
        }
        all.insert(Subject::Ftp(row.name));
    })?;
    each(tx, |row: ZoneRecord| {
        all.insert(Subject::Zone(row.name));
    })?;
    each(tx, |row: DomainRecord| {
        all.insert(Subject::Site(row.name.clone()));
        all.insert(Subject::Tls(row.name));
    })?;
    each(tx, |row: MailDomainRecord| {
        if row.formerly.is_none() {
            all.insert(Subject::MailDomain(row.domain));
        }
    })?;
    each(tx, |row: DatabaseRecord| {
        if row.formerly.is_none() {
            all.insert(Subject::Database(row.engine, row.name));
        }
    })?;
    each(tx, |row: DatabaseUser| {
        all.insert(Subject::DatabaseUser(row.engine, row.name));
    })?;
    each(tx, |row: SessionDatabaseUser| {
        all.insert(Subject::DatabaseUser(Engine::Mysql, row.name));
    })?;
    Ok(all)
}

/// Renamings that have not come to their end.
fn renamings(tx: &dyn Tx) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let mut told = |kind: &str, name: &str, formerly: Option<String>| {
        lines.extend(formerly.map(|old| format!("{kind} {name}: it is still renamed from {old}")));
    };
    each(tx, |row: AccountRecord| {
        told("account", row.name.as_str(), row.formerly.as_ref().map(UserName::to_string));
    })?;
    each(tx, |row: MailDomainRecord| {
        told("mail of", row.domain.as_str(), row.formerly.map(|name| name.to_string()));
    })?;
    each(tx, |row: DatabaseRecord| {
        told("database", row.name.as_str(), row.formerly.map(|name| name.to_string()));
    })?;
    Ok(lines)
}

fn each<T: Record>(tx: &dyn Tx, mut act: impl FnMut(T)) -> Result<()> {
    tx.each(&Select::default(), &mut |row| {
        act(row);
        Ok(std::ops::ControlFlow::Continue(()))
    })
}
