//! What is beside the files of a domain: messages of senders that are held, or are held no more, and a
//! folder in which Exim notes whom it answered.
//!
//! Most domains never have one: a file in `holds` says which may, so that the queue is looked at for those
//! only. It is there before the first message is frozen, and goes after the last one went on.

use std::{fs, io, path::Path};

use super::{
    on_messages,
    policy::{Lines, May},
    spool,
};
use crate::{
    Kind, Layout, Name, Refusal,
    owner::Owner,
    place::{Access, Place},
    services::exim,
};

/// The folder of such notes, one below it for each domain.
const ANSWERS: &str = "answers";

/// Has what waits to leave from a domain's addresses be held, or go on.
pub(super) fn settle(layout: &Layout, domain: &Name) -> Result<(), Refusal> {
    let Some(domain_file) = Lines::read(layout, Kind::MailRoutes, domain.as_str())? else {
        return Ok(());
    };
    let account = domain_file.get("account").unwrap_or_default().to_owned();
    let Some(account_file) = Lines::read(layout, Kind::MailSender, &account)? else {
        return Ok(());
    };
    let [_, state, ..] = exim::folders(layout);
    if domain_file.answers() {
        let noted = notes(&state.join(ANSWERS), domain);
        noted.map_err(|cause| Refusal::failed("answers could not be noted", cause))?;
    }
    let mark = state.join("holds").join(domain.as_str());
    let holds = account_file.account_may() == May::Held || domain_file.has_some(May::Held);
    // What is held stays so while its sender may not send at all.
    let bars = account_file.account_may() != May::Allowed || domain_file.has_some(May::Suspended);
    let failed = |cause: io::Error| Refusal::failed("held mail could not be noted", cause);
    if !holds && !mark.try_exists().map_err(failed)? {
        return Ok(());
    }
    if holds {
        put(&mark).map_err(failed)?;
    }
    let sender = Sender { layout, account: &account, account_file, domain, domain_file };
    sender.settle()?;
    if !holds && !bars {
        fs::remove_file(&mark).map_err(failed)?;
    }
    Ok(())
}

/// Forgets what was noted of a domain.
pub(super) fn forget(layout: &Layout, domain: &Name) -> Result<(), Refusal> {
    let [_, state, ..] = exim::folders(layout);
    let gone = [
        fs::remove_file(state.join("holds").join(domain.as_str())),
        fs::remove_dir_all(state.join(ANSWERS).join(domain.as_str())),
    ];
    for cause in gone.into_iter().filter_map(Result::err) {
        if cause.kind() != io::ErrorKind::NotFound {
            return Err(Refusal::failed("what was noted of a domain stays", cause));
        }
    }
    Ok(())
}

/// Makes the folder of a domain's notes, which is Exim's.
fn notes(folder: &Path, domain: &Name) -> io::Result<()> {
    let access = Access { mode: 0o750, owner: Owner::named((exim::USER, exim::USER))? };
    Place::open(folder)?.folder(domain.as_str(), access.mode)?.give(access)
}

/// Makes the mark, so that it lasts.
fn put(mark: &Path) -> io::Result<()> {
    fs::write(mark, [])?;
    mark.parent().map_or(Ok(()), |folder| fs::File::open(folder)?.sync_all())
}

/// An account and the domain that is settled.
struct Sender<'a> {
    layout: &'a Layout,
    account: &'a str,
    account_file: Lines,
    domain: &'a Name,
    domain_file: Lines,
}

impl Sender<'_> {
    fn settle(&self) -> Result<(), Refusal> {
        let mut freeze = Vec::new();
        let mut thaw = Vec::new();
        for message in spool::messages(self.layout)? {
            let mine = message.account == self.account && !message.sender.is_empty();
            let Some(may) = self.may(&message).filter(|_| mine) else { continue };
            match (may, message.frozen) {
                (May::Held, false) if self.leaves(&message)? => freeze.push(message.id),
                (May::Allowed, true) => thaw.push(message.id),
                _ => {}
            }
        }
        on_messages(self.layout, "-Mf", &freeze)?;
        on_messages(self.layout, "-Mt", &thaw)
    }

    /// Whether who sent it may now; none where no address of this domain sent it.
    fn may(&self, message: &spool::Queued) -> Option<May> {
        let here = |address: &str| {
            let (local, domain) = address.rsplit_once('@')?;
            let ours = domain.eq_ignore_ascii_case(self.domain.as_str());
            ours.then(|| self.domain_file.address_may(local))
        };
        let (sender, login) = (here(&message.sender), here(&message.login));
        sender.or(login)?;
        let all = [Some(self.account_file.account_may()), login, sender];
        let first = all.into_iter().flatten().find(|may| *may != May::Allowed);
        Some(first.unwrap_or(May::Allowed))
    }

    /// Whether some of those who are to get it are elsewhere.
    fn leaves(&self, message: &spool::Queued) -> Result<bool, Refusal> {
        for recipient in &message.recipients {
            let domain = recipient.rsplit_once('@').map_or("", |(_, domain)| domain);
            if Lines::read(self.layout, Kind::MailRoutes, domain)?.is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
