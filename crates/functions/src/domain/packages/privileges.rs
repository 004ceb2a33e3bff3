//! What a caller may put into a package: a setting that the caller's privileges do not cover is
//! refused, never cut down.

use api::{Acl, AclSet, Error, Limit, Result, records::PackageRecord};

/// The size of mailboxes, in MiB, that needs no privilege.
pub const MAILBOX_QUOTA: Limit = Limit::of(1024);

/// A setting that needs a privilege.
struct Rule {
    acl: Acl,
    /// The parameter that sets it.
    param: &'static str,
    value: fn(&PackageRecord) -> Limit,
    /// Whether the value needs the privilege.
    needs: fn(Limit) -> bool,
    /// What such a value is, for the caller.
    what: &'static str,
}

const UNLIMITED: &str = "no limit";
const ANY: &str = "a number above 0";
const ON: &str = "turning it on";
const OTHER: &str = "other than the default";

const RULES: &[Rule] = &[
    rule(Acl::AllowUnlimitedDiskPkgs, "quota", |p| p.quota, Limit::is_unlimited, UNLIMITED),
    rule(Acl::AllowUnlimitedBwPkgs, "bwlimit", |p| p.bandwidth, Limit::is_unlimited, UNLIMITED),
    rule(Acl::AllowUnlimitedPkgs, "maxftp", |p| p.max_ftp, Limit::is_unlimited, UNLIMITED),
    rule(Acl::AllowUnlimitedPkgs, "maxlst", |p| p.max_lists, Limit::is_unlimited, UNLIMITED),
    rule(Acl::AllowUnlimitedPkgs, "maxpop", |p| p.max_mailboxes, Limit::is_unlimited, UNLIMITED),
    rule(Acl::AllowUnlimitedPkgs, "maxsql", |p| p.max_databases, Limit::is_unlimited, UNLIMITED),
    rule(Acl::AllowUnlimitedPkgs, "maxsub", |p| p.max_subdomains, Limit::is_unlimited, UNLIMITED),
    rule(Acl::AllowAddoncreate, "maxaddon", |p| p.max_addons, any, ANY),
    rule(Acl::AllowParkedcreate, "maxpark", |p| p.max_parked, any, ANY),
    rule(Acl::AddPkgShell, "hasshell", |p| on(p.shell.0), any, ON),
    rule(Acl::AddPkgIp, "ip", |p| on(p.dedicated_ip.0), any, ON),
    rule(EMAIL, "max_email_per_hour", |p| p.max_email_per_hour, is_limited, OTHER),
    rule(EMAIL, "max_defer_fail_percentage", |p| p.max_defer_fail, is_limited, OTHER),
    rule(EMAIL, "max_emailacct_quota", |p| p.max_mailbox_quota, |it| it != MAILBOX_QUOTA, OTHER),
];

const EMAIL: Acl = Acl::AllowEmaillimitsPkgs;

/// Refuses the first setting that the privileges do not cover. What was so `before` may stay.
pub fn check(acls: AclSet, package: &PackageRecord, before: Option<&PackageRecord>) -> Result<()> {
    let breach = RULES.iter().find(|rule| {
        let value = (rule.value)(package);
        let set = before.is_none_or(|before| (rule.value)(before) != value);
        set && (rule.needs)(value) && !acls.grants(rule.acl)
    });
    match breach {
        None => Ok(()),
        Some(Rule { acl, param, what, .. }) => {
            Err(Error::denied(format!("{param}: {what} needs the privilege {}.", acl.as_str())))
        }
    }
}

const fn rule(
    acl: Acl,
    param: &'static str,
    value: fn(&PackageRecord) -> Limit,
    needs: fn(Limit) -> bool,
    what: &'static str,
) -> Rule {
    Rule { acl, param, value, needs, what }
}

fn on(flag: bool) -> Limit {
    Limit::of(flag.into())
}

fn any(value: Limit) -> bool {
    value != Limit::of(0)
}

fn is_limited(value: Limit) -> bool {
    !value.is_unlimited()
}
