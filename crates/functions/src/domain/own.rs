//! What a caller is shown of their own account and of the rule for their own password.

use api::{
    Account, Caller, Host, Result,
    ports::Usage,
    records::{DomainRecord, is},
};

use super::passwords;

/// A caller's own account.
#[derive(Debug, Clone)]
pub struct Own {
    /// The account.
    pub account: Account,
    /// Its domains, by name.
    pub domains: Vec<DomainRecord>,
    /// What its home holds.
    pub usage: Usage,
}

/// Reads the caller's own account.
pub fn account(host: &Host, caller: &Caller) -> Result<Own> {
    let tx = host.store.read()?;
    let account = Account::of_caller(&*tx, caller)?;
    let domains = tx.matching(vec![is("account", account.name())])?;
    drop(tx);
    let usage = host.os_users.usage(&account)?;
    Ok(Own { account, domains, usage })
}

/// The strength that a new password of an account must have.
pub fn required_strength(host: &Host) -> Result<u8> {
    passwords::required_strength(&*host.store.read()?, "passwd")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::World;

    #[test]
    fn a_user_sees_their_own_account_with_its_domains() {
        let world = World::new().account("anna", "root").account("bert", "root");
        let own = account(&world.host, &world.caller("anna")).unwrap();
        assert_eq!(own.account.name().as_str(), "anna");
        let domains: Vec<&str> = own.domains.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(domains, ["anna.test"]);
        assert!(own.usage.inodes > 0);
    }

    #[test]
    fn who_has_no_account_is_told_so() {
        let world = World::new();
        let problem = account(&world.host, &world.caller("root")).unwrap_err();
        assert_eq!(problem.kind(), api::Kind::NotFound);
    }
}
