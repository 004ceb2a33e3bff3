//! How much room an account has on the disk.

use api::{Account, Error, Host, Kind, Result, ports::Usage};

/// Refuses what an account has no room for: more than that, beside what its home holds now.
pub fn check(host: &Host, account: &Account, more: Usage) -> Result<()> {
    let record = account.record();
    let quota = record.quota.0.filter(|quota| *quota > 0).map(|quota| u64::from(quota) * 1024);
    let files = record.max_inodes.0.filter(|most| *most > 0).map(u64::from);
    if quota.is_none() && files.is_none() {
        return Ok(());
    }
    let used = host.os_users.usage(account)?;
    let beyond = |most: Option<u64>, used: u64, more: u64| {
        more > 0 && most.is_some_and(|most| used.saturating_add(more) > most)
    };
    if beyond(quota, used.disk, more.disk) {
        let quota = quota.unwrap_or_default() / 1024;
        let problem = format!("The account may use {quota} MB of disk space, and this is more.");
        return Err(Error::new(Kind::Denied, problem));
    }
    if beyond(files, used.inodes, more.inodes) {
        let files = files.unwrap_or_default();
        let problem = format!("The account may have {files} files, and this is more.");
        return Err(Error::new(Kind::Denied, problem));
    }
    Ok(())
}
