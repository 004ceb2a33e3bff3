//! Who calls through the local socket, and as whom.

use api::{
    AclSet, Caller, Host, Rank, UserName,
    caller::Proof,
    records::{AccountRecord, Service},
};
use functions::domain::resellers;

/// Refuses a process that is neither root's nor of the server's own user. The sandbox's accounts
/// are no users of the system, so that nobody else can be one of them.
pub(super) fn check_uid(uid: u32) -> Result<(), String> {
    if uid == 0 || uid == rustix::process::geteuid().as_raw() {
        return Ok(());
    }
    Err("Only root and the user that runs the server may call it here.".to_owned())
}

/// The caller of WHM's functions: root, or the reseller that is named.
pub(super) fn named(host: &Host, user: Option<&str>) -> Result<Caller, String> {
    of_whm(host, &user.map_or_else(|| Ok(UserName::root()), str::parse)?)
}

/// The same for a user whose name is known.
pub(crate) fn of_whm(host: &Host, user: &UserName) -> Result<Caller, String> {
    let tx = host.store.read().map_err(|problem| problem.to_string())?;
    let known = user.is_root()
        || resellers::is_reseller(&*tx, user).map_err(|problem| problem.to_string())?;
    if !known {
        return Err(format!("“{user}” is no reseller; WHM's functions run as root or as one."));
    }
    let acls = resellers::acls(&*tx, user).map_err(|problem| problem.to_string())?;
    Ok(local(user.clone(), acls))
}

/// The account that an account's functions run as; it must be named.
pub(super) fn of_account(host: &Host, user: Option<&str>) -> Result<UserName, String> {
    let user: UserName = user.ok_or("Name the account to run as: --user=NAME.")?.parse()?;
    let tx = host.store.read().map_err(|problem| problem.to_string())?;
    let account: Option<AccountRecord> =
        tx.find(&[(&user).into()]).map_err(|problem| problem.to_string())?;
    match account {
        Some(_) => Ok(user),
        None => Err(format!("There is no account “{user}”.")),
    }
}

fn local(user: UserName, acls: AclSet) -> Caller {
    Caller {
        rank: if user.is_root() { Rank::Root } else { Rank::Reseller },
        user,
        service: Service::Whm,
        owner_acls: acls,
        acls,
        proof: Proof::LocalProcess,
        source: None,
        secure: true,
        must_change: false,
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl,
        records::{ResellerAcl, ResellerRecord},
    };

    use super::*;

    #[test]
    fn root_and_resellers_call_with_their_privileges() {
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        let name: UserName = "rita".parse().unwrap();
        let tx = host.store.write().unwrap();
        tx.insert(&ResellerRecord { name: name.clone(), suspended: false.into() }).unwrap();
        tx.insert(&ResellerAcl { name, acl: Acl::ListAccts }).unwrap();
        tx.commit().unwrap();
        let root = named(&host, None).unwrap();
        assert!(root.is_rootlike() && root.proof == Proof::LocalProcess);
        let rita = named(&host, Some("Rita")).unwrap();
        assert!(rita.acls.contains(Acl::ListAccts) && !rita.is_rootlike());
        assert_eq!(rita.rank, Rank::Reseller);
        for nobody in ["bob", "no such"] {
            assert!(named(&host, Some(nobody)).is_err());
        }
    }

    #[test]
    fn an_account_must_be_there_and_be_named() {
        let (host, _machine, _clock) = adapters::embedded::testing::host();
        assert!(of_account(&host, None).unwrap_err().contains("--user"));
        assert!(of_account(&host, Some("bob")).unwrap_err().contains("no account"));
    }

    #[test]
    fn other_users_of_the_system_are_refused() {
        assert!(check_uid(0).is_ok());
        assert!(check_uid(rustix::process::geteuid().as_raw()).is_ok());
        assert!(check_uid(u32::MAX - 1).is_err());
    }
}
