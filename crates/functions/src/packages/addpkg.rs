//! `addpkg`

use std::collections::BTreeMap;

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Legacy, Limit, Needs, Output, PackageName, Result,
    YesNo,
};

use crate::domain::{
    change::{Change, OnFailure},
    packages::{self, Draft, Extensions, Settings, TeamUsers},
};

/// Makes a package. A limit is a number, unlimited or null.
#[derive(Debug, Input)]
pub struct Params {
    /// Its name; a reseller's gets the reseller's name and an underscore before it.
    pub name: PackageName,
    /// Its extensions, parted by spaces; their case counts.
    #[param(name = "_PACKAGE_EXTENSIONS")]
    pub extensions: Option<Extensions>,
    /// Traffic a month in MB; 0, unlimited or null: no limit.
    #[param(default = "1048576")]
    pub bwlimit: Limit,
    /// Whether CGI programs run.
    #[param(default = 1)]
    pub cgi: Flag,
    /// The theme; the server's own where it is absent.
    pub cpmod: Option<String>,
    /// Whether Digest Authentication is on.
    #[param(default = 0)]
    pub digestauth: Flag,
    /// The feature list.
    #[param(default = "default")]
    pub featurelist: PackageName,
    /// Deprecated, and without effect.
    #[param(default = 0)]
    pub frontpage: Flag,
    /// Whether there is a login shell.
    #[param(default = 0)]
    pub hasshell: Flag,
    /// Whether accounts get an address of their own: y or n.
    #[param(default = "n")]
    pub ip: YesNo,
    /// The language; the server's own where it is absent.
    pub language: Option<String>,
    /// The share of mail that may fail, in percent; 0 or unlimited: no limit.
    #[param(
        name = "MAX_DEFER_FAIL_PERCENTAGE",
        alias = "max_defer_fail_percentage",
        default = "unlimited"
    )]
    pub max_defer_fail_percentage: Limit,
    /// Mails an hour; 0 or unlimited: no limit.
    #[param(name = "MAX_EMAIL_PER_HOUR", alias = "max_email_per_hour", default = "unlimited")]
    pub max_email_per_hour: Limit,
    /// The size of a mailbox in MB; 0, unlimited or null: no limit.
    #[param(alias = "MAX_EMAILACCT_QUOTA", default = 1024)]
    pub max_emailacct_quota: Limit,
    /// Team users, 0 to 7, or null for the server's own limit.
    #[param(alias = "MAX_TEAM_USERS")]
    pub max_team_users: Option<TeamUsers>,
    /// Addon domains.
    #[param(default = 0)]
    pub maxaddon: Limit,
    /// FTP accounts.
    #[param(default = "unlimited")]
    pub maxftp: Limit,
    /// Mailing lists.
    #[param(default = "unlimited")]
    pub maxlst: Limit,
    /// Aliases.
    #[param(default = 0)]
    pub maxpark: Limit,
    /// Mailboxes.
    #[param(default = "unlimited")]
    pub maxpop: Limit,
    /// Databases of each kind.
    #[param(default = "unlimited")]
    pub maxsql: Limit,
    /// Subdomains.
    #[param(default = "unlimited")]
    pub maxsub: Limit,
    /// Disk space in MB; 0, unlimited or null: no limit.
    #[param(default = "10240")]
    pub quota: Limit,
    /// Variables of the extensions, under their own names.
    #[param(rest)]
    pub variables: BTreeMap<String, String>,
}

/// The package.
#[derive(Debug, Output)]
pub struct Reply {
    /// Its name.
    pub pkg: PackageName,
}

/// See [`Params`].
pub struct AddPkg;

impl Function for AddPkg {
    const NAME: &'static str = "addpkg";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AddPkg]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let pkg = packages::own_name(cx.caller, &params.name)?;
        let mut change = Change::begin(cx)?;
        params.into_draft().create(cx, &mut change, pkg.clone())?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { pkg })
    }
}

impl Params {
    fn into_draft(self) -> Draft {
        Draft {
            settings: Settings {
                bandwidth: Some(self.bwlimit),
                cgi: Some(self.cgi),
                theme: self.cpmod,
                digest_auth: Some(self.digestauth),
                feature_list: Some(self.featurelist),
                shell: Some(self.hasshell),
                dedicated_ip: Some(self.ip),
                locale: self.language,
                max_defer_fail: Some(self.max_defer_fail_percentage),
                max_email_per_hour: Some(self.max_email_per_hour),
                max_mailbox_quota: Some(self.max_emailacct_quota),
                max_team_users: self.max_team_users,
                max_addons: Some(self.maxaddon),
                max_ftp: Some(self.maxftp),
                max_lists: Some(self.maxlst),
                max_parked: Some(self.maxpark),
                max_mailboxes: Some(self.maxpop),
                max_databases: Some(self.maxsql),
                max_subdomains: Some(self.maxsub),
                quota: Some(self.quota),
            },
            extensions: self.extensions.unwrap_or_default(),
            variables: self.variables,
        }
    }
}

#[cfg(test)]
mod tests {
    use api::Acl;
    use serde_json::json;

    use crate::testing::World;

    #[test]
    fn makes_a_package_with_the_documented_defaults() {
        let world = World::new();
        let form = [("name", "gold"), ("maxpop", "25"), ("hasshell", "1"), ("ip", "y")];
        assert_eq!(world.data("root", "addpkg", &form), json!({"pkg": "gold"}));
        let gold = world.data("root", "getpkginfo", &[("pkg", "gold")])["pkg"].clone();
        assert_eq!(gold["QUOTA"], 10_240);
        assert_eq!(gold["BWLIMIT"], 1_048_576);
        assert_eq!(gold["MAXPOP"], 25);
        assert_eq!(gold["MAXADDON"], 0);
        assert_eq!(gold["MAXSQL"], "unlimited");
        assert_eq!(gold["HASSHELL"], 1);
        assert_eq!(gold["IP"], 1);
        assert_eq!(gold["CPMOD"], "jupiter");
    }

    #[test]
    fn a_resellers_name_gets_the_prefix_once() {
        let world =
            World::new().reseller("bob", &[Acl::AddPkg, Acl::ListPkgs, Acl::AllowUnlimitedPkgs]);
        assert_eq!(world.data("bob", "addpkg", &[("name", "gold")])["pkg"], "bob_gold");
        assert_eq!(world.data("bob", "addpkg", &[("name", "bob_tin")])["pkg"], "bob_tin");
        let said = world.refusal("bob", "addpkg", &[("name", "gold")]);
        assert_eq!(said, "name: there is a package “bob_gold” already.");
    }

    #[test]
    fn what_the_privileges_do_not_cover_is_refused_by_name() {
        let world = World::new().reseller("bob", &[Acl::AddPkg, Acl::AllowUnlimitedPkgs]);
        for (name, value, acl) in [
            ("quota", "0", "allow-unlimited-disk-pkgs"),
            ("bwlimit", "unlimited", "allow-unlimited-bw-pkgs"),
            ("maxaddon", "1", "allow-addoncreate"),
            ("maxpark", "unlimited", "allow-parkedcreate"),
            ("hasshell", "1", "add-pkg-shell"),
            ("ip", "y", "add-pkg-ip"),
            ("MAX_EMAIL_PER_HOUR", "10", "allow-emaillimits-pkgs"),
            ("max_emailacct_quota", "0", "allow-emaillimits-pkgs"),
        ] {
            let said = world.refusal("bob", "addpkg", &[("name", "gold"), (name, value)]);
            assert!(said.starts_with(&name.to_lowercase()) && said.contains(acl), "{said}");
        }
        let poor = world.reseller("eve", &[Acl::AddPkg]);
        let said = poor.refusal("eve", "addpkg", &[("name", "gold")]);
        assert_eq!(said, "maxftp: no limit needs the privilege allow-unlimited-pkgs.");
    }

    #[test]
    fn values_out_of_range_are_named_and_nothing_is_made() {
        let world = World::new();
        for (name, value) in [
            ("name", "extensions"),
            ("quota", "1000000"),
            ("maxftp", "many"),
            ("max_team_users", "8"),
            ("cpmod", "../x"),
            ("featurelist", "nowhere"),
            ("featurelist", "disabled"),
        ] {
            let said = world.refusal("root", "addpkg", &[("name", "gold"), (name, value)]);
            assert!(said.starts_with(&format!("{name}: ")), "{said}");
        }
        assert!(world.call("root", "getpkginfo", &[("pkg", "gold")]).is_err());
    }

    #[test]
    fn limits_of_mail_are_read_in_both_cases() {
        let world = World::new();
        let form =
            [("name", "gold"), ("max_email_per_hour", "7"), ("MAX_DEFER_FAIL_PERCENTAGE", "0")];
        world.data("root", "addpkg", &form);
        let gold = world.data("root", "getpkginfo", &[("pkg", "gold")])["pkg"].clone();
        assert_eq!(gold["MAX_EMAIL_PER_HOUR"], 7);
        assert_eq!(gold["MAX_DEFER_FAIL_PERCENTAGE"], "unlimited");
    }
}
