//! Limits of accounts: what a caller may wish, and what a package gives.

use api::{
    Acl, Cx, Error, Limit, Result,
    records::{AccountRecord, PackageRecord},
};

use super::{rights::require, shell};

/// The most that most limits may be.
pub const MOST: u32 = 999_999;

/// Megabytes for people: `500 MB`, or `unlimited`.
pub fn megabytes(limit: Limit) -> String {
    limit.0.map_or_else(|| "unlimited".to_owned(), |number| format!("{number} MB"))
}

/// Megabytes a month for people.
pub fn monthly(limit: Limit) -> String {
    match limit {
        Limit(None) => megabytes(limit),
        Limit(Some(_)) => format!("{} a month", megabytes(limit)),
    }
}

/// What a limit counts, as far as privileges and the meaning of 0 depend on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counts {
    /// Disk space; 0 is no limit.
    Disk,
    /// Traffic; 0 is no limit.
    Traffic,
    /// Things of which 0 is none.
    Things,
    /// Things of which 0 is no limit.
    ThingsOrAll,
    /// Addon domains.
    Addons,
    /// Aliases.
    Aliases,
    /// Mail; 0 is no limit.
    Mail,
    /// Team users.
    Team,
}

/// One limit that the caller wishes.
pub struct Wish {
    /// The parameter.
    pub param: &'static str,
    /// Its value, where it was given.
    pub limit: Option<Limit>,
    /// What it counts.
    pub counts: Counts,
    /// Its place in the record.
    pub place: fn(&mut AccountRecord) -> &mut Limit,
}

impl Wish {
    /// A wish.
    pub const fn new(
        param: &'static str,
        limit: Option<Limit>,
        counts: Counts,
        place: fn(&mut AccountRecord) -> &mut Limit,
    ) -> Self {
        Self { param, limit, counts, place }
    }
}

/// Whether any limit was given.
pub fn any(wishes: &[Wish]) -> bool {
    wishes.iter().any(|wish| wish.limit.is_some())
}

/// Sets the limits that were given, where the caller may give them.
pub fn set(cx: &Cx<'_>, wishes: &[Wish], record: &mut AccountRecord) -> Result<()> {
    for wish in wishes {
        let Some(limit) = wish.limit else { continue };
        let limit = meant(wish.counts, limit);
        let place = (wish.place)(record);
        if limit != *place {
            check(cx, wish.param, wish.counts, limit)?;
            *place = limit;
        }
    }
    Ok(())
}

/// Checks a limit, and whether the caller may give it.
pub fn check(cx: &Cx<'_>, param: &str, counts: Counts, limit: Limit) -> Result<()> {
    let most = match counts {
        Counts::Things | Counts::ThingsOrAll | Counts::Addons | Counts::Aliases => MOST,
        Counts::Team => 7,
        Counts::Disk | Counts::Traffic | Counts::Mail => u32::MAX,
    };
    if limit.0.is_some_and(|number| number > most) {
        return Err(Error::param(param, format!("must be a number from 0 to {most}.")));
    }
    let unlimited = limit.is_unlimited();
    match counts {
        Counts::Disk if unlimited => {
            require(cx, Acl::AllowUnlimitedDiskPkgs, param, "unlimited disk space")
        }
        Counts::Traffic if unlimited => {
            require(cx, Acl::AllowUnlimitedBwPkgs, param, "unlimited bandwidth")
        }
        Counts::Things | Counts::ThingsOrAll if unlimited => {
            require(cx, Acl::AllowUnlimitedPkgs, param, "no limit")
        }
        Counts::Addons if limit.allows(0) => {
            require(cx, Acl::AllowAddoncreate, param, "more than 0")
        }
        Counts::Aliases if limit.allows(0) => {
            require(cx, Acl::AllowParkedcreate, param, "more than 0")
        }
        Counts::Mail => require(cx, Acl::AllowEmaillimitsPkgs, param, "another limit of mail"),
        _ => Ok(()),
    }
}

/// The limit that a text of 0 means.
pub fn meant(counts: Counts, limit: Limit) -> Limit {
    match counts {
        Counts::Things | Counts::Addons | Counts::Aliases | Counts::Team => limit,
        Counts::Disk | Counts::Traffic | Counts::ThingsOrAll | Counts::Mail => {
            limit.zero_is_unlimited()
        }
    }
}

/// Gives an account what its package has.
pub fn take_over(record: &mut AccountRecord, package: &PackageRecord) {
    record.package = package.name.clone();
    record.quota = package.quota;
    record.bandwidth = package.bandwidth;
    record.max_ftp = package.max_ftp;
    record.max_lists = package.max_lists;
    record.max_mailboxes = package.max_mailboxes;
    record.max_databases = package.max_databases;
    record.max_subdomains = package.max_subdomains;
    record.max_parked = package.max_parked;
    record.max_addons = package.max_addons;
    record.max_passenger = package.max_passenger;
    record.max_team_users = package.max_team_users;
    record.max_email_per_hour = package.max_email_per_hour;
    record.max_defer_fail = package.max_defer_fail;
    record.max_mailbox_quota = package.max_mailbox_quota;
    record.cgi = package.cgi;
    record.feature_list = package.feature_list.clone();
    record.extensions.clone_from(&package.extensions);
    let has_shell = record.shell != super::NO_SHELL && !record.shell.is_empty();
    if package.shell.0 != has_shell {
        shell(package.shell.0).clone_into(&mut record.shell);
    }
    for (place, given) in
        [(&mut record.theme, &package.theme), (&mut record.locale, &package.locale)]
    {
        if !given.is_empty() {
            place.clone_from(given);
        }
    }
}
