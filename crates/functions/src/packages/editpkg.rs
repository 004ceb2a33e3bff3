//! `editpkg`

use std::collections::BTreeMap;

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Kind, Legacy, Limit, Needs, Output, PackageName,
    Result, YesNo, records::Tx,
};

use crate::domain::{
    change::{Change, OnFailure},
    packages::{self, Draft, Extensions, Settings, TeamUsers, followers::HostPart},
};

/// Changes a package and every account on it; makes the package where there is none. Clients send
/// only what they want changed: what is absent keeps its value, or in a new package is as in `addpkg`.
/// Extensions are the exception: without `_PACKAGE_EXTENSIONS` the package is left with none.
#[derive(Debug, Input)]
pub struct Params {
    /// The package; a reseller may leave out the prefix. A package cannot be renamed.
    pub name: PackageName,
    /// Its extensions, parted by spaces; their case counts.
    #[param(name = "_PACKAGE_EXTENSIONS")]
    pub extensions: Option<Extensions>,
    /// Traffic a month in MB; 0, unlimited or null: no limit.
    pub bwlimit: Option<Limit>,
    /// Whether CGI programs run.
    pub cgi: Option<Flag>,
    /// The theme; the server's own where it is absent.
    pub cpmod: Option<String>,
    /// Whether Digest Authentication is on.
    pub digestauth: Option<Flag>,
    /// The feature list.
    pub featurelist: Option<PackageName>,
    /// Deprecated, and without effect.
    pub frontpage: Option<Flag>,
    /// Whether there is a login shell.
    pub hasshell: Option<Flag>,
    /// Whether accounts get an address of their own: y or n.
    pub ip: Option<YesNo>,
    /// The language; the server's own where it is absent.
    pub language: Option<String>,
    /// The share of mail that may fail, in percent; 0 or unlimited: no limit.
    #[param(alias = "MAX_DEFER_FAIL_PERCENTAGE")]
    pub max_defer_fail_percentage: Option<Limit>,
    /// Mails an hour; 0 or unlimited: no limit.
    #[param(alias = "MAX_EMAIL_PER_HOUR")]
    pub max_email_per_hour: Option<Limit>,
    /// The size of a mailbox in MB; 0, unlimited or null: no limit.
    #[param(alias = "MAX_EMAILACCT_QUOTA")]
    pub max_emailacct_quota: Option<Limit>,
    /// Team users, 0 to 7, or null for the server's own limit.
    #[param(alias = "MAX_TEAM_USERS")]
    pub max_team_users: Option<TeamUsers>,
    /// Addon domains.
    pub maxaddon: Option<Limit>,
    /// FTP accounts.
    pub maxftp: Option<Limit>,
    /// Mailing lists.
    pub maxlst: Option<Limit>,
    /// Aliases.
    pub maxpark: Option<Limit>,
    /// Mailboxes.
    pub maxpop: Option<Limit>,
    /// Databases of each kind.
    pub maxsql: Option<Limit>,
    /// Subdomains.
    pub maxsub: Option<Limit>,
    /// Disk space in MB; 0, unlimited or null: no limit.
    pub quota: Option<Limit>,
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
pub struct EditPkg;

impl Function for EditPkg {
    const NAME: &'static str = "editpkg";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditPkg]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let part = HostPart::of(cx.host)?;
        let mut change = Change::begin(cx)?;
        let name = params.name.clone();
        let draft = params.into_draft();
        let pkg = match packages::changeable(change.tx(), cx.caller, &name) {
            Ok(before) => {
                let pkg = before.name.clone();
                draft.change(cx, &mut change, part, before)?;
                pkg
            }
            Err(problem) if problem.kind() == Kind::NotFound => {
                let pkg = new_name(cx, change.tx(), &name)?;
                draft.create(cx, &mut change, pkg.clone())?;
                pkg
            }
            Err(problem) => return Err(problem),
        };
        // Thousands of accounts may follow: what the host has taken is not taken back, the rest
        // follows later.
        change.commit(OnFailure::Forward)?;
        Ok(Reply { pkg })
    }
}

/// The name of a package that is to be made, which needs the privilege of `addpkg`. One of somebody
/// else is as good as absent.
fn new_name(cx: &Cx<'_>, tx: &dyn Tx, name: &PackageName) -> Result<PackageName> {
    let own = packages::own_name(cx.caller, name)?;
    let taken = packages::look_up(tx, &own)?.is_some();
    if taken || !cx.caller.acls.grants(Acl::AddPkg) {
        return Err(packages::unknown(name));
    }
    Ok(own)
}

impl Params {
    fn into_draft(self) -> Draft {
        Draft {
            settings: Settings {
                bandwidth: self.bwlimit,
                cgi: self.cgi,
                theme: self.cpmod,
                digest_auth: self.digestauth,
                feature_list: self.featurelist,
                shell: self.hasshell,
                dedicated_ip: self.ip,
                locale: self.language,
                max_defer_fail: self.max_defer_fail_percentage,
                max_email_per_hour: self.max_email_per_hour,
                max_mailbox_quota: self.max_emailacct_quota,
                max_team_users: self.max_team_users,
                max_addons: self.maxaddon,
                max_ftp: self.maxftp,
                max_lists: self.maxlst,
                max_parked: self.maxpark,
                max_mailboxes: self.maxpop,
                max_databases: self.maxsql,
                max_subdomains: self.maxsub,
                quota: self.quota,
            },
            extensions: self.extensions.unwrap_or_default(),
            variables: self.variables,
        }
    }
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, Limit,
        records::{AccountRecord, PackageRecord, is},
    };

    use crate::{
        domain::{accounts::limits, packages},
        testing::World,
    };

    #[test]
    fn what_is_absent_keeps_its_value() {
        let world = World::new();
        let form = [("name", "gold"), ("quota", "500"), ("maxaddon", "3"), ("language", "de")];
        world.data("root", "addpkg", &form);
        let reply = world.data("root", "editpkg", &[("name", "gold"), ("maxpop", "9")]);
        assert_eq!(reply["pkg"], "gold");
        let gold = world.data("root", "getpkginfo", &[("pkg", "gold")])["pkg"].clone();
        assert_eq!((&gold["QUOTA"], &gold["MAXADDON"]), (&500.into(), &3.into()));
        assert_eq!((&gold["MAXPOP"], &gold["LANG"]), (&9.into(), &"de".into()));
    }

    #[test]
    fn a_reseller_with_another_name_goes_on_with_the_old_packages() {
        let acls = [Acl::AddPkg, Acl::EditPkg, Acl::AllowUnlimitedPkgs];
        let world = World::new().account("carol", "root").reseller("carol", &acls);
        world.call("carol", "addpkg", &[("name", "gold")]).unwrap();
        let form = [("user", "carol"), ("newuser", "carola")];
        world.call("root", "modifyacct", &form).unwrap();
        let form = [("name", "carol_gold"), ("quota", "77")];
        assert_eq!(world.data("carola", "editpkg", &form)["pkg"], "carol_gold");
        assert_eq!(world.data("carola", "editpkg", &[("name", "gold")])["pkg"], "carola_gold");
        world.call("carola", "killpkg", &[("pkg", "carol_gold")]).unwrap();
        let tx = world.host.store.read().unwrap();
        let left: Vec<PackageRecord> = tx.matching(Vec::new()).unwrap();
        assert_eq!(left.len(), 1);
    }

    #[test]
    fn accounts_on_it_follow_and_others_do_not() {
        let world = World::new();
        world.data("root", "addpkg", &[("name", "gold")]);
        let world = world.account_on("anna", "root", "gold").account_on("bert", "root", "default");
        let tx = world.host.store.write().unwrap();
        let own = [("locale", "fr".into()), ("quota", 1.into())];
        tx.update::<AccountRecord>(&own, &[is("name", "anna")]).unwrap();
        tx.commit().unwrap();
        world.host.os_users.withdraw(&world.record("anna").name).unwrap();

        let form = [("name", "gold"), ("maxpop", "77"), ("featurelist", "Mail Only")];
        world.data("root", "editpkg", &form);
        let anna = world.record("anna");
        assert_eq!((anna.max_mailboxes, anna.quota), (Limit::of(77), Limit::of(10_240)));
        assert_eq!(anna.feature_list.as_str(), "Mail Only");
        assert_eq!(anna.locale, "fr", "its own choice of what did not change stays");
        assert!(world.machine.login(&anna.name).unwrap().is_none(), "the host need not know");
        let bert = world.record("bert");
        assert!(bert.max_mailboxes.is_unlimited() && bert.feature_list.as_str() == "default");
    }

    #[test]
    fn an_account_follows_as_if_it_were_moved_to_the_package() {
        let world = World::new();
        world.data("root", "addpkg", &[("name", "gold")]);
        let world = world.account_on("anna", "root", "gold");
        let mut form = vec![("name", "gold"), ("_PACKAGE_EXTENSIONS", "dog"), ("cgi", "0")];
        form.extend([("cpmod", "paper"), ("language", "de"), ("hasshell", "1"), ("ip", "y")]);
        form.extend([("featurelist", "Mail Only"), ("digestauth", "1"), ("max_team_users", "3")]);
        form.extend(
            ["quota", "bwlimit", "maxftp", "maxlst", "maxpop", "maxsql", "maxsub", "maxpark"]
                .map(|name| (name, "11")),
        );
        form.extend(
            ["maxaddon", "max_email_per_hour", "MAX_DEFER_FAIL_PERCENTAGE", "max_emailacct_quota"]
                .map(|name| (name, "12")),
        );
        let mut expected = world.record("anna");
        world.clock.advance(60);
        world.data("root", "editpkg", &form);
        let tx = world.host.store.read().unwrap();
        limits::take_over(&mut expected, &packages::find(&*tx, &"gold".into()).unwrap());
        expected.modified = world.host.clock.now();
        assert_eq!(world.record("anna"), expected);
        assert!(!expected.dedicated_ip.0, "the address stays");
    }

    #[test]
    fn a_change_of_shell_reaches_the_host() {
        let world = World::new();
        world.data("root", "addpkg", &[("name", "gold")]);
        let world = world.account_on("anna", "root", "gold").account_on("bert", "root", "default");
        for name in ["anna", "bert"] {
            world.host.os_users.withdraw(&world.record(name).name).unwrap();
        }
        world.data("root", "editpkg", &[("name", "gold"), ("hasshell", "1")]);
        let anna = world.record("anna");
        assert_eq!(anna.shell, "/bin/bash");
        assert!(world.machine.login(&anna.name).unwrap().is_some());
        assert!(world.machine.login(&world.record("bert").name).unwrap().is_none());
    }

    #[test]
    fn the_default_package_is_stored_once_it_is_edited() {
        let world = World::new().account_on("bert", "root", "default");
        world.data("root", "editpkg", &[("name", "default"), ("quota", "5")]);
        let default = world.data("root", "getpkginfo", &[("pkg", "default")])["pkg"].clone();
        assert_eq!((&default["QUOTA"], &default["BWLIMIT"]), (&5.into(), &"unlimited".into()));
        assert_eq!(world.record("bert").quota, Limit::of(5));
    }

    #[test]
    fn a_reseller_edits_only_its_own_within_its_privileges() {
        let world = World::new()
            .reseller("bob", &[Acl::EditPkg, Acl::Viewglobalpackages])
            .reseller("eve", &[Acl::EditPkg]);
        world.data("root", "addpkg", &[("name", "bob_gold")]);
        world.data("root", "addpkg", &[("name", "tin")]);
        let said = world.refusal("eve", "editpkg", &[("name", "bob_gold"), ("quota", "1")]);
        assert_eq!(said, "There is no package “bob_gold”.");
        assert_eq!(
            world.refusal("bob", "editpkg", &[("name", "tin"), ("quota", "1")]),
            "There is no package “tin”."
        );
        world.data("bob", "editpkg", &[("name", "gold"), ("quota", "1")]);
        let said = world.refusal("bob", "editpkg", &[("name", "gold"), ("quota", "0")]);
        assert_eq!(
            said,
            "quota: unlimited disk space needs the privilege allow-unlimited-disk-pkgs."
        );
        let gold = world.data("root", "getpkginfo", &[("pkg", "bob_gold")])["pkg"].clone();
        assert_eq!(gold["QUOTA"], 1);
    }
}
