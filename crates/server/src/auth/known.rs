//! A caller whom another process knows, looked up again: what they may do is read from the store, and a
//! session or token that has ended meanwhile opens nothing.

use api::{
    Caller, Host, UserName,
    caller::Proof,
    records::{Login, Service, TokenKind, Tx},
};
use functions::domain::{sessions, tokens};

use super::{
    Refusal,
    caller::{self, Entrance},
};
use crate::{
    call::{Known, Shown},
    run::socket,
};

/// The caller.
pub(crate) fn known(host: &Host, known: &Known) -> Result<Caller, Refusal> {
    let user: UserName = known.user.parse().map_err(|_| Refusal::Denied)?;
    let service = known.service()?;
    if known.shown == Shown::Process {
        let is_whm = service == Service::Whm;
        return match socket::caller_of_whm(host, &user) {
            Ok(caller) if is_whm => Ok(caller),
            _ => Err(Refusal::Denied),
        };
    }
    let source = known.source.ok_or(Refusal::Denied)?;
    let entrance = Entrance { service, source, secure: known.secure };
    let tx = &*host.store.read()?;
    let login: Option<Login> = tx.find(&[(&user).into()])?;
    let login = login.ok_or(Refusal::Denied)?;
    match &known.shown {
        Shown::Session(digest) => by_session((tx, host), entrance, login, digest),
        Shown::Token(name) => by_token((tx, host), entrance, login, name),
        Shown::Password | Shown::Process => {
            caller::of((tx, host), entrance, login, Proof::Password, None)
        }
    }
}

fn by_session(
    (tx, host): (&dyn Tx, &Host),
    entrance: Entrance,
    login: Login,
    digest: &str,
) -> Result<Caller, Refusal> {
    let found = sessions::shown(tx, entrance.service, digest, host.clock.now())?;
    let is_own = |session: &api::records::SessionRecord| {
        session.mailbox.is_none() && session.user_name == login.name
    };
    let session = found.filter(is_own).ok_or(Refusal::Denied)?;
    let proof = Proof::Session(session.digest);
    caller::of((tx, host), entrance, login, proof, session.made_by.as_ref())
}

fn by_token(
    (tx, host): (&dyn Tx, &Host),
    entrance: Entrance,
    login: Login,
    name: &str,
) -> Result<Caller, Refusal> {
    let name = name.parse().map_err(|_: String| Refusal::Denied)?;
    let kind = match entrance.service {
        Service::Whm => TokenKind::Whm,
        Service::Cpanel => TokenKind::Cpanel,
        Service::Webmail => return Err(Refusal::Denied),
    };
    let found = tokens::named(tx, kind, &login.name, &name).map_err(|_| Refusal::Denied)?;
    let is_good = tokens::is_usable(&found.record, host.clock.now())
        && found.sources.admit(Some(entrance.source));
    if !is_good {
        return Err(Refusal::Denied);
    }
    let mut caller = caller::of((tx, host), entrance, login, Proof::Token(name), None)?;
    if let Some(limit) = found.limit {
        caller.acls = caller.owner_acls.intersect(limit);
    }
    Ok(caller)
}
