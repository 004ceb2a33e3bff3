//! A message on its way: to a mailbox's folder, to where a forwarder says, or to wait for the world
//! outside, which this machine does not reach.

use api::{
    EmailAddress, Error, Limit, Result, UnixTime, UserName,
    mail::{Act, Action, Condition, Destination, MailDomain, Message, Step, judge},
    ports::{Outcome, OutgoingMessage},
    records::{MailFilter, MailboxRecord, Outgoing},
};
use rusqlite::Transaction;

use super::transit;
use crate::embedded::{Machine, maildir};

/// How often a message may be forwarded.
const MOST_HOPS: usize = 10;

/// An hour, in seconds.
const HOUR: i64 = 3600;

/// Delivers a message, or says in the log why not.
pub(super) fn send(machine: &Machine, message: &OutgoingMessage) -> Result<()> {
    let from = machine.domain_of(&message.sender)?;
    let (outgoing, hourly) = match &from {
        Some(domain) => (domain.outgoing_of(&message.sender), domain.hourly),
        None => (Outgoing::Allowed, Limit::UNLIMITED),
    };
    let mut way = Way { machine, message, held: outgoing == Outgoing::Held, steps: Vec::new() };
    if outgoing == Outgoing::Suspended {
        way.steps.push(end(Outcome::Failed, "the sender may not send mail"));
    } else {
        way.go(&message.recipient, MOST_HOPS)?;
    }
    machine.database.write(|transaction| {
        let hour_ago = UnixTime(message.at.0 - HOUR);
        let sent = transit::sent_since(transaction, &message.account, hour_ago)?;
        if hourly.0.is_some_and(|most| sent >= u64::from(most)) {
            way.steps = vec![end(Outcome::Failed, "the account has sent its mails of this hour")];
        }
        way.take(transaction)
    })
}

/// The end of a message's way.
struct End {
    outcome: Outcome,
    detail: String,
    /// The account and the folder that it is to lie in.
    lies: Option<(UserName, String)>,
    waits: bool,
}

fn end(outcome: Outcome, detail: impl Into<String>) -> End {
    End { outcome, detail: detail.into(), lies: None, waits: false }
}

/// A message's way, as far as it is known.
struct Way<'a> {
    machine: &'a Machine,
    message: &'a OutgoingMessage,
    held: bool,
    steps: Vec<End>,
}

impl Way<'_> {
    fn go(&mut self, to: &EmailAddress, hops: usize) -> Result<()> {
        let Some(hops) = hops.checked_sub(1) else {
            self.steps.push(end(Outcome::Failed, "it is forwarded in a circle"));
            return Ok(());
        };
        let Some(domain) = self.machine.domain_of(to)? else {
            self.leave(to);
            return Ok(());
        };
        for step in domain.route(to) {
            match step {
                Step::Mailbox(mailbox) => self.keep(&domain, mailbox, hops)?,
                Step::List(list) => {
                    let said = format!("the list {} has no members", list.address);
                    self.steps.push(end(Outcome::Discarded, said));
                }
                Step::Remote => self.leave(to),
                Step::Refused(text) => self.steps.push(end(Outcome::Failed, text)),
                Step::Forward(destination) => self.forward(destination, hops)?,
            }
        }
        Ok(())
    }

    fn leave(&mut self, to: &EmailAddress) {
        let detail = if self.held { "held" } else { "no other server is reached" };
        let mut step = end(Outcome::Deferred, format!("{to}: {detail}"));
        step.waits = true;
        self.steps.push(step);
    }

    fn forward(&mut self, destination: Destination, hops: usize) -> Result<()> {
        match destination {
            Destination::Address(to) => return self.go(&to, hops),
            Destination::Account(account) => self.lie(account, maildir::path(None)),
            Destination::Fail(text) => self.steps.push(end(Outcome::Failed, text)),
            Destination::Discard => self.steps.push(end(Outcome::Discarded, "as was wished")),
            Destination::Program(path) => {
                let said = format!("{path}: programs are not run here");
                self.steps.push(end(Outcome::Deferred, said));
            }
        }
        Ok(())
    }

    /// Into a mailbox, unless a filter says otherwise.
    fn keep(&mut self, domain: &MailDomain, mailbox: &MailboxRecord, hops: usize) -> Result<()> {
        let (account, path) = (mailbox.account.clone(), maildir::path(Some(&mailbox.address)));
        let Some(act) = self.filtered(&domain.filters, mailbox)? else {
            self.lie(account, path);
            return Ok(());
        };
        match act.action {
            Action::Finish => self.lie(account, path),
            Action::Fail => self.steps.push(end(Outcome::Failed, act.dest)),
            Action::Save if act.dest == "/dev/null" => self.forward(Destination::Discard, hops)?,
            Action::Save => {
                let folder = act.dest.rsplit('/').next().unwrap_or_default();
                let folder = folder.trim_start_matches('.').replace('\0', "");
                self.lie(
                    account,
                    if folder.is_empty() { path } else { format!("{path}/.{folder}") },
                );
            }
            Action::Pipe => self.forward(Destination::Program(act.dest), hops)?,
            Action::Deliver => match act.dest.parse() {
                Ok(destination) => self.forward(destination, hops)?,
                Err(_) => self.lie(account, path),
            },
        }
        Ok(())
    }

    /// What the first filter that fits says: the account's come before the mailbox's own.
    fn filtered(&self, filters: &[MailFilter], mailbox: &MailboxRecord) -> Result<Option<Act>> {
        let owners = [mailbox.account.as_str(), mailbox.address.as_str()];
        let message = Message::new(&self.message.text);
        for owner in owners {
            let mut mine: Vec<_> =
                filters.iter().filter(|one| one.owner == owner && one.enabled.0).collect();
            mine.sort_by_key(|one| one.place);
            for filter in mine {
                let conditions: Vec<Condition> =
                    serde_json::from_str(&filter.conditions).map_err(Error::internal)?;
                let acts: Vec<Act> = serde_json::from_str(&filter.acts).map_err(Error::internal)?;
                if judge(&conditions, &message) {
                    return Ok(acts.into_iter().next());
                }
            }
        }
        Ok(None)
    }

    fn lie(&mut self, account: UserName, path: String) {
        let mut step = end(Outcome::Delivered, path.clone());
        step.lies = Some((account, path));
        self.steps.push(step);
    }

    /// Does what was found, and writes it down.
    fn take(&self, transaction: &Transaction<'_>) -> Result<()> {
        for step in &self.steps {
            let id = transit::new_id(transaction, self.message.at)?;
            if let Some((account, path)) = &step.lies {
                let name =
                    format!("{}.{id}.innkeeper,S={}", self.message.at.0, self.message.text.len());
                maildir::put(&self.machine.homes, account, path, &name, &self.message.text)?;
            }
            if step.waits {
                transit::wait(transaction, &id, self.message, self.held)?;
            }
            transit::note(transaction, &id, self.message, (step.outcome, &step.detail))?;
        }
        Ok(())
    }
}

impl Machine {
    /// The domain of an address, where its mail is taken here.
    fn domain_of(&self, address: &EmailAddress) -> Result<Option<MailDomain>> {
        match address.domain() {
            Some(domain) => self.mail_domain(domain.as_str()),
            None => Ok(None),
        }
    }
}
