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
