//! Whose session may be made by whom.

use api::{
    Cx, EmailAddress, Error, Param, Result, Type, UserName,
    records::{Login, Service, Tx},
};

use crate::domain::{mail::mailboxes, resellers};

/// A user, or a mailbox.
#[derive(Debug, Clone)]
pub enum Target {
    /// An account or a reseller.
    User(UserName),
    /// A mailbox.
    Mailbox(EmailAddress),
}

impl Param for Target {
    const TYPE: Type = Type::Text;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let text = api::form::one(texts)?;
        if text.contains('@') {
            text.parse().map(Self::Mailbox)
        } else {
            text.parse().map(Self::User)
        }
    }
}

/// Whose session it is.
pub(super) struct Holder {
    /// The user; of a mailbox, its account.
    pub(super) user: UserName,
    /// The present generation of the credentials.
    pub(super) generation: u64,
    /// The mailbox.
    pub(super) mailbox: Option<EmailAddress>,
}

/// Whom the session is for.
pub(super) fn holder(
    cx: &Cx<'_>,
    tx: &dyn Tx,
    service: Service,
    target: &Target,
) -> Result<Holder> {
    if let (Target::Mailbox(address), Service::Webmail) = (target, service) {
        let found = mailboxes::find(tx, address)?;
        let mailbox = found.ok_or_else(|| no_mailbox(service, address))?;
        cx.account(tx, &mailbox.account).map_err(|_| no_mailbox(service, address))?;
        let (user, generation) = (mailbox.account, mailbox.generation);
        return Ok(Holder { user, generation, mailbox: Some(mailbox.address) });
    }
    let login = login(cx, tx, service, target)?;
    Ok(Holder { user: login.name, generation: login.generation, mailbox: None })
}

/// The login that the session is for. A suspended account has sessions too: staff must be able to
/// look into it.
fn login(cx: &Cx<'_>, tx: &dyn Tx, service: Service, target: &Target) -> Result<Login> {
    let name = match target {
        Target::User(name) => name,
        Target::Mailbox(address) => return Err(no_mailbox(service, address)),
    };
    // A token must not become the user whose privileges it was made to lack.
    if cx.caller.is_limited() && *name == cx.caller.user {
        return Err(Error::denied(
            "user: a token with fewer privileges than its owner opens no session of its owner.",
        ));
    }
    check_in_reach(cx, tx, service, name)?;
    let granted = resellers::granted(tx, std::slice::from_ref(name))?;
    if granted.values().any(|granted| !cx.caller.acls.covers(*granted)) {
        return Err(Error::denied(format!("user: “{name}” has privileges that you do not have.")));
    }
    tx.find(&[name.into()])?.ok_or_else(|| unknown(name))
}

/// Refuses users whom the caller may not act on, and resellers' sessions of who is none.
fn check_in_reach(cx: &Cx<'_>, tx: &dyn Tx, service: Service, name: &UserName) -> Result<()> {
    if name.is_root() && !cx.caller.user.is_root() {
        return Err(unknown(name));
    }
    if service != Service::Whm {
        return cx.account(tx, name).map(drop);
    }
    let is_staff = name.is_root() || resellers::is_reseller(tx, name)?;
    if *name != cx.caller.user && !(is_staff && cx.caller.is_rootlike()) {
        cx.account(tx, name)?;
    }
    if is_staff {
        return Ok(());
    }
    Err(Error::param(
        "service",
        format!("“{name}” is no reseller, and has no sessions of whostmgrd"),
    ))
}

fn no_mailbox(service: Service, address: &EmailAddress) -> Error {
    if service == Service::Webmail {
        Error::not_found(format!("There is no mailbox “{address}”."))
    } else {
        Error::param("user", "is a mailbox, which has sessions of webmaild only")
    }
}

fn unknown(name: &UserName) -> Error {
    Error::not_found(format!("There is no account “{name}”."))
}
