//! The one place that says who may call what. What is not granted is refused.

use api::{
    Caller, Effect, Entry, Error, Form, Needs, Rank, Result,
    caller::Proof,
    records::{AccountRecord, Service, TokenKind, Tx},
};
use functions::domain::{features::access::Access, tokens};

/// What a caller is told who must change the password first; the same for every function.
pub const MUST_CHANGE: &str =
    "The password of this user must be changed before anything else: log in and choose a new one.";

/// Lets the call through, or says why not.
pub(super) fn pass(caller: &Caller, entry: &Entry, form: &Form) -> Result<()> {
    if caller.must_change && !is_own_change(caller, entry, form) {
        return Err(Error::denied(MUST_CHANGE));
    }
    if caller.service != Service::Whm || caller.rank <= Rank::Account {
        return Err(refused(entry));
    }
    if entry.needs.met_by(caller.acls) { Ok(()) } else { Err(refused(entry)) }
}

/// Lets a call of a function of accounts through, or says why not; that the caller may act for the
/// account is known.
pub(super) fn pass_account(
    tx: &dyn Tx,
    actor: &Caller,
    account: &AccountRecord,
    entry: &Entry,
) -> Result<()> {
    if actor.must_change {
        return Err(Error::denied(MUST_CHANGE));
    }
    if account.suspended.0 {
        return Err(Error::denied("The account is suspended."));
    }
    if entry.effect == Effect::Changes && only_reads(tx, actor)? {
        return Err(Error::denied("This token may only call functions that change nothing."));
    }
    let access = Access::of(tx, account)?;
    match entry.needs {
        needs if access.opens(needs) => Ok(()),
        Needs::Features(features) => {
            let features = features.join("” or “");
            Err(Error::denied(format!("You do not have the feature “{features}”.")))
        }
        Needs::Login | Needs::AnyOf(_) => Err(refused(entry)),
    }
}

/// Whether an account calls with a token that was made to read only.
fn only_reads(tx: &dyn Tx, actor: &Caller) -> Result<bool> {
    match actor.token() {
        Some(name) if actor.service == Service::Cpanel => {
            let token = tokens::named(tx, TokenKind::Cpanel, &actor.user, name)?;
            Ok(token.record.limited.0)
        }
        _ => Ok(false),
    }
}

/// Whether callers change their own password and show the present one with this very call: what is
/// left to those who must change it.
fn is_own_change(caller: &Caller, entry: &Entry, form: &Form) -> bool {
    let mut users = form.texts(&["user"]).into_iter();
    entry.name == "passwd"
        && caller.proof == Proof::Password
        && users.len() == 1
        && users.all(|user| user == caller.user.as_str())
}

fn refused(entry: &Entry) -> Error {
    Error::denied(format!("You do not have permission to call “{}”.", entry.name))
}

#[cfg(test)]
mod tests {
    use api::{Acl, AclSet, UserName, caller::Proof};

    use super::*;

    fn caller(rank: Rank, acls: &[Acl]) -> Caller {
        let acls: AclSet = acls.iter().copied().collect();
        Caller {
            user: UserName::root(),
            rank,
            service: Service::Whm,
            owner_acls: acls,
            acls,
            proof: Proof::Password,
            source: None,
            secure: true,
            must_change: false,
        }
    }

    fn entry(name: &str) -> &'static Entry {
        functions::find(name).unwrap()
    }

    #[test]
    fn what_is_not_granted_is_refused() {
        let none = Form::default();
        let passes = |caller: &Caller, name| pass(caller, entry(name), &none).is_ok();
        assert!(passes(&caller(Rank::Root, &[Acl::All]), "createacct"));
        assert!(passes(&caller(Rank::Reseller, &[Acl::CreateAcct]), "createacct"));
        assert!(!passes(&caller(Rank::Reseller, &[Acl::KillAcct]), "createacct"));
        assert!(passes(&caller(Rank::Reseller, &[]), "applist"));
        assert!(!passes(&caller(Rank::Account, &[Acl::All]), "applist"));
    }

    #[test]
    fn a_caller_of_another_service_or_with_a_duty_is_refused() {
        let root = caller(Rank::Root, &[Acl::All]);
        for service in [Service::Cpanel, Service::Webmail] {
            let elsewhere = Caller { service, ..root.clone() };
            assert!(pass(&elsewhere, entry("version"), &Form::default()).is_err());
        }
        let flagged = Caller { must_change: true, ..root };
        let said = pass(&flagged, entry("version"), &Form::default()).unwrap_err().to_string();
        assert_eq!(said, MUST_CHANGE);
    }

    #[test]
    fn who_must_change_the_password_may_do_just_that_by_showing_the_present_one() {
        let flagged = Caller { must_change: true, ..caller(Rank::Root, &[Acl::All]) };
        let passes = |caller: &Caller, users: &[&str]| {
            let form = users.iter().map(|user| ("user".to_owned(), (*user).to_owned()));
            pass(caller, entry("passwd"), &form.collect()).is_ok()
        };
        assert!(passes(&flagged, &["root"]));
        for users in [&[][..], &["anna"], &["root", "anna"], &["anna", "root"], &["Root"]] {
            assert!(!passes(&flagged, users), "{users:?}");
        }
        let by_session = Caller { proof: Proof::Session("digest".to_owned()), ..flagged };
        assert!(!passes(&by_session, &["root"]));
    }
}
