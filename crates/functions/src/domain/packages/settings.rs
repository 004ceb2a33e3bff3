//! The settings that a call gives a package: their ranges, and which of them 0 frees of a limit.

use api::{
    Caller, Error, Flag, Limit, Output, PackageName, Param, Result, Sink, Type, YesNo,
    form::one,
    records::{PackageRecord, Tx},
};

use crate::domain::{
    accounts::{limits::MOST, names},
    features,
};

/// The most team users.
const MOST_TEAM_USERS: u32 = 7;

/// Settings by call; those that are absent stay as they were.
#[derive(Debug, Default)]
pub struct Settings {
    /// Disk space in MiB; 0 is no limit.
    pub quota: Option<Limit>,
    /// Traffic a month in MiB; 0 is no limit. It has no maximum: the default is above the others'.
    pub bandwidth: Option<Limit>,
    /// FTP accounts.
    pub max_ftp: Option<Limit>,
    /// Mailing lists.
    pub max_lists: Option<Limit>,
    /// Mailboxes.
    pub max_mailboxes: Option<Limit>,
    /// Databases of each kind.
    pub max_databases: Option<Limit>,
    /// Subdomains.
    pub max_subdomains: Option<Limit>,
    /// Aliases.
    pub max_parked: Option<Limit>,
    /// Addon domains.
    pub max_addons: Option<Limit>,
    /// Team users.
    pub max_team_users: Option<TeamUsers>,
    /// Mails an hour; 0 is no limit.
    pub max_email_per_hour: Option<Limit>,
    /// The share of mail that may fail, in percent; 0 is no limit.
    pub max_defer_fail: Option<Limit>,
    /// The size of a mailbox in MiB; 0 is no limit.
    pub max_mailbox_quota: Option<Limit>,
    /// Whether CGI programs run.
    pub cgi: Option<Flag>,
    /// Whether there is a login shell.
    pub shell: Option<Flag>,
    /// Whether accounts get an address of their own.
    pub dedicated_ip: Option<YesNo>,
    /// Whether Digest Authentication is on.
    pub digest_auth: Option<Flag>,
    /// The theme; an empty one counts as absent.
    pub theme: Option<String>,
    /// The language; an empty one counts as absent.
    pub locale: Option<String>,
    /// The feature list.
    pub feature_list: Option<PackageName>,
}

impl Settings {
    /// Puts the settings into a package, each in its range, with a feature list that the caller may
    /// give.
    pub fn put_into(self, tx: &dyn Tx, caller: &Caller, package: &mut PackageRecord) -> Result<()> {
        if let Some(list) = self.feature_list.as_ref().filter(|it| **it != package.feature_list) {
            package.feature_list = features::lists::for_package(tx, caller, list)?;
        }
        put("quota", &mut package.quota, free(self.quota), MOST)?;
        put("bwlimit", &mut package.bandwidth, free(self.bandwidth), u32::MAX)?;
        put("maxftp", &mut package.max_ftp, self.max_ftp, MOST)?;
        put("maxlst", &mut package.max_lists, self.max_lists, MOST)?;
        put("maxpop", &mut package.max_mailboxes, self.max_mailboxes, MOST)?;
        put("maxsql", &mut package.max_databases, self.max_databases, MOST)?;
        put("maxsub", &mut package.max_subdomains, self.max_subdomains, MOST)?;
        put("maxpark", &mut package.max_parked, self.max_parked, MOST)?;
        put("maxaddon", &mut package.max_addons, self.max_addons, MOST)?;
        let (hour, failed) = (free(self.max_email_per_hour), free(self.max_defer_fail));
        put("max_email_per_hour", &mut package.max_email_per_hour, hour, MOST)?;
        put("max_defer_fail_percentage", &mut package.max_defer_fail, failed, MOST)?;
        let size = free(self.max_mailbox_quota);
        put("max_emailacct_quota", &mut package.max_mailbox_quota, size, u32::MAX)?;
        let team = self.max_team_users.map(|team| team.0);
        put("max_team_users", &mut package.max_team_users, team, MOST_TEAM_USERS)?;
        put_word("cpmod", &mut package.theme, self.theme)?;
        put_word("language", &mut package.locale, self.locale)?;
        package.cgi = self.cgi.unwrap_or(package.cgi);
        package.shell = self.shell.unwrap_or(package.shell);
        package.digest_auth = self.digest_auth.unwrap_or(package.digest_auth);
        package.dedicated_ip = self.dedicated_ip.map_or(package.dedicated_ip, |ip| Flag(ip.0));
        Ok(())
    }
}

/// A number of team users: 0 to 7, or null for the server's own limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TeamUsers(pub Limit);

impl Param for TeamUsers {
    const TYPE: Type = Type::Int;
    fn read(texts: &[&str]) -> Result<Self, String> {
        match one(texts)? {
            "" => Ok(Self(Limit::UNLIMITED)),
            text => text.parse().map(Self),
        }
    }
}

impl Output for TeamUsers {
    const TYPE: Type = Type::Optional(&Type::Int);
    fn put(&self, sink: &mut dyn Sink) {
        self.0.0.put(sink);
    }
}

fn free(limit: Option<Limit>) -> Option<Limit> {
    limit.map(Limit::zero_is_unlimited)
}

fn put(param: &str, place: &mut Limit, given: Option<Limit>, most: u32) -> Result<()> {
    if let Some(Limit(Some(number))) = given
        && number > most
    {
        return Err(Error::param(
            param,
            format!("{number} is more than {most}, the most there is"),
        ));
    }
    *place = given.unwrap_or(*place);
    Ok(())
}

fn put_word(param: &str, place: &mut String, given: Option<String>) -> Result<()> {
    let Some(word) = given.filter(|word| !word.is_empty()) else { return Ok(()) };
    names::check_word(param, &word)?;
    *place = word;
    Ok(())
}
