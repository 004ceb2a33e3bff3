//! What a caller may put into a package: a setting that the caller's privileges do not cover is
//! refused, never cut down.

use api::{Acl, Cx, Limit, Result, records::PackageRecord};

use super::blank;
use crate::domain::accounts::{
    limits::{self, Counts},
    rights::require,
};

type Rule = (&'static str, Counts, fn(&PackageRecord) -> Limit);

/// The limits that depend on privileges, each with the parameter that sets it.
const RULES: &[Rule] = &[
    ("quota", Counts::Disk, |package| package.quota),
    ("bwlimit", Counts::Traffic, |package| package.bandwidth),
    ("maxftp", Counts::Things, |package| package.max_ftp),
    ("maxlst", Counts::Things, |package| package.max_lists),
    ("maxpop", Counts::Things, |package| package.max_mailboxes),
    ("maxsql", Counts::Things, |package| package.max_databases),
    ("maxsub", Counts::Things, |package| package.max_subdomains),
    ("maxaddon", Counts::Addons, |package| package.max_addons),
    ("maxpark", Counts::Aliases, |package| package.max_parked),
    ("max_email_per_hour", Counts::Mail, |package| package.max_email_per_hour),
    ("max_defer_fail_percentage", Counts::Mail, |package| package.max_defer_fail),
    ("max_emailacct_quota", Counts::Mail, |package| package.max_mailbox_quota),
];

/// Refuses the first setting that the privileges do not cover. What was so `before` may stay; a new
/// package may have the default limits of mail.
pub fn check(cx: &Cx<'_>, package: &PackageRecord, before: Option<&PackageRecord>) -> Result<()> {
    let default = blank(package.name.clone(), package.owner.clone());
    for (param, counts, of) in RULES {
        let kept = before.or(Some(&default).filter(|_| *counts == Counts::Mail)).map(of);
        if kept != Some(of(package)) {
            limits::check(cx, param, *counts, of(package))?;
        }
    }
    let was = before.unwrap_or(&default);
    if package.shell.0 && !was.shell.0 {
        require(cx, Acl::AddPkgShell, "hasshell", "a login shell")?;
    }
    if package.dedicated_ip.0 && !was.dedicated_ip.0 {
        require(cx, Acl::AddPkgIp, "ip", "a dedicated address")?;
    }
    Ok(())
}
