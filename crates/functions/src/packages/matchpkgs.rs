//! `matchpkgs`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Limit, List, Needs, Output, PackageName, Result, YesNo,
    records::PackageRecord,
};

use crate::domain::packages::{self, Extensions, TeamUsers, extensions, view::Match};

/// Gives the packages that have the given settings; all that the caller may use, where none is given.
#[derive(Debug, Input)]
pub struct Params {
    /// Extensions that it must have, parted by spaces.
    #[param(name = "_PACKAGE_EXTENSIONS")]
    pub extensions: Option<Extensions>,
    /// Traffic a month in MB.
    #[param(name = "BWLIMIT")]
    pub bandwidth: Option<Limit>,
    /// Whether CGI programs run.
    #[param(name = "CGI")]
    pub cgi: Option<Flag>,
    /// The theme.
    #[param(name = "CPMOD")]
    pub theme: Option<String>,
    /// Whether Digest Authentication is on.
    #[param(name = "DIGESTAUTH")]
    pub digest_auth: Option<YesNo>,
    /// The feature list.
    #[param(name = "FEATURELIST")]
    pub feature_list: Option<PackageName>,
    /// Whether there is a login shell.
    #[param(name = "HASSHELL")]
    pub shell: Option<Flag>,
    /// Whether accounts get an address of their own.
    #[param(name = "IP")]
    pub dedicated_ip: Option<YesNo>,
    /// The language.
    #[param(name = "LANG")]
    pub locale: Option<String>,
    /// The share of mail that may fail, in percent.
    #[param(name = "MAX_DEFER_FAIL_PERCENTAGE")]
    pub max_defer_fail: Option<Limit>,
    /// Mails an hour.
    #[param(name = "MAX_EMAIL_PER_HOUR")]
    pub max_email_per_hour: Option<Limit>,
    /// The size of a mailbox in MB.
    #[param(name = "MAX_EMAILACCT_QUOTA")]
    pub max_mailbox_quota: Option<Limit>,
    /// Team users.
    #[param(name = "MAX_TEAM_USERS")]
    pub max_team_users: Option<TeamUsers>,
    /// Addon domains.
    #[param(name = "MAXADDON")]
    pub max_addons: Option<Limit>,
    /// FTP accounts.
    #[param(name = "MAXFTP")]
    pub max_ftp: Option<Limit>,
    /// Mailing lists.
    #[param(name = "MAXLST")]
    pub max_lists: Option<Limit>,
    /// Aliases.
    #[param(name = "MAXPARK")]
    pub max_parked: Option<Limit>,
    /// Mailboxes.
    #[param(name = "MAXPOP")]
    pub max_mailboxes: Option<Limit>,
    /// Databases of each kind.
    #[param(name = "MAXSQL")]
    pub max_databases: Option<Limit>,
    /// Subdomains.
    #[param(name = "MAXSUB")]
    pub max_subdomains: Option<Limit>,
    /// Disk space in MB.
    #[param(name = "QUOTA")]
    pub quota: Option<Limit>,
}

/// The packages.
#[derive(Output)]
pub struct Reply {
    /// Each that matches, by name.
    pub pkg: List<Match>,
}

/// See [`Params`].
pub struct MatchPkgs;

impl Function for MatchPkgs {
    const NAME: &'static str = "matchpkgs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListPkgs]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let tx = cx.host.store.read()?;
        let mut matching = packages::list(cx, &*tx)?;
        matching.retain(|package| params.match_with(package));
        let rows = extensions::join(&*tx, matching)?;
        Ok(Reply { pkg: rows.into_iter().map(Match::from).collect() })
    }
}

impl Params {
    fn match_with(&self, package: &PackageRecord) -> bool {
        let extended = self.extensions.as_ref();
        extended.is_none_or(|wanted| Extensions::of(package).hold(wanted))
            && fits(self.bandwidth.map(Limit::zero_is_unlimited).as_ref(), &package.bandwidth)
            && fits(self.cgi.as_ref(), &package.cgi)
            && fits(self.theme.as_ref(), &package.theme)
            && fits(self.digest_auth.map(|flag| Flag(flag.0)).as_ref(), &package.digest_auth)
            && fits(self.feature_list.as_ref(), &package.feature_list)
            && fits(self.shell.as_ref(), &package.shell)
            && fits(self.dedicated_ip.map(|flag| Flag(flag.0)).as_ref(), &package.dedicated_ip)
            && fits(self.locale.as_ref(), &package.locale)
            && fits(
                self.max_defer_fail.map(Limit::zero_is_unlimited).as_ref(),
                &package.max_defer_fail,
            )
            && fits(
                self.max_email_per_hour.map(Limit::zero_is_unlimited).as_ref(),
                &package.max_email_per_hour,
            )
            && fits(
                self.max_mailbox_quota.map(Limit::zero_is_unlimited).as_ref(),
                &package.max_mailbox_quota,
            )
            && fits(self.max_team_users.map(|team| team.0).as_ref(), &package.max_team_users)
            && fits(self.max_addons.as_ref(), &package.max_addons)
            && fits(self.max_ftp.as_ref(), &package.max_ftp)
            && fits(self.max_lists.as_ref(), &package.max_lists)
            && fits(self.max_parked.as_ref(), &package.max_parked)
            && fits(self.max_mailboxes.as_ref(), &package.max_mailboxes)
            && fits(self.max_databases.as_ref(), &package.max_databases)
            && fits(self.max_subdomains.as_ref(), &package.max_subdomains)
            && fits(self.quota.map(Limit::zero_is_unlimited).as_ref(), &package.quota)
    }
}

fn fits<T: PartialEq>(wanted: Option<&T>, is: &T) -> bool {
    wanted.is_none_or(|wanted| wanted == is)
}

#[cfg(test)]
mod tests {
    use api::Acl;

    use crate::testing::World;

    fn names(world: &World, user: &str, form: &[(&str, &str)]) -> Vec<String> {
        let reply = world.data(user, "matchpkgs", form);
        let rows = reply["pkg"].as_array().unwrap().iter();
        rows.map(|row| row["name"].as_str().unwrap().to_owned()).collect()
    }

    fn world() -> World {
        let world = World::new().reseller("bob", &[Acl::ListPkgs]);
        world.data("root", "addpkg", &[("name", "gold"), ("quota", "0"), ("maxpop", "5")]);
        world.data("root", "addpkg", &[("name", "tin"), ("maxpop", "5"), ("hasshell", "1")]);
        world.data("root", "addpkg", &[("name", "bob_tin"), ("maxpop", "5")]);
        world
    }

    #[test]
    fn all_given_settings_must_be_so() {
        let world = world();
        assert_eq!(names(&world, "root", &[("MAXPOP", "5")]), ["bob_tin", "gold", "tin"]);
        assert_eq!(names(&world, "root", &[("MAXPOP", "5"), ("HASSHELL", "1")]), ["tin"]);
        assert_eq!(names(&world, "root", &[("QUOTA", "0")]), ["default", "gold"]);
        assert!(names(&world, "root", &[("LANG", "xx")]).is_empty());
    }

    #[test]
    fn flags_are_written_each_in_its_way() {
        let row = world().data("root", "matchpkgs", &[("HASSHELL", "1")])["pkg"][0].clone();
        assert_eq!((&row["CGI"], &row["HASSHELL"]), (&1.into(), &"y".into()));
        assert_eq!(row["FRONTPAGE"], 0);
        assert!(row.get("MAX_TEAM_USERS").is_none());
    }

    #[test]
    fn a_reseller_sees_only_its_own() {
        assert_eq!(names(&world(), "bob", &[]), ["bob_tin", "default"]);
    }
}
