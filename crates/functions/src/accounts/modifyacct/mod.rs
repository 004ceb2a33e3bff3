//! `modifyacct`

mod cpuser;
mod settings;

use std::collections::BTreeMap;

use api::{
    Acl, Cx, DomainName, Effect, EmailAddress, Flag, Function, Input, Legacy, Limit, Needs, Output,
    Result, Secret, UnixTime, UserName, Value,
    legacy::Reshape,
    records::{AccountRecord, Subject},
};

use crate::domain::{
    accounts::{self, names, renaming, rights},
    change::{Change, OnFailure},
    mail, policies,
    resellers::{
        self,
        limits::{self, Named},
    },
    zones,
};

/// The parameters that errors name.
const NAMED: Named =
    Named { account: "owner", package: "owner", disk: "QUOTA", bandwidth: "BWLIMIT" };

/// Changes the settings of an account, its username, its main domain or its owner. What is not
/// given stays as it is.
#[derive(Input)]
pub struct Params {
    /// The account, by its present name.
    pub user: UserName,
    /// Its new username. Its API tokens stay, its sessions end.
    pub newuser: Option<UserName>,
    /// Its new main domain.
    #[param(name = "DNS", alias = "domain")]
    pub dns: Option<DomainName>,
    /// Its new owner; root only, but for oneself.
    pub owner: Option<UserName>,
    /// 1: its user becomes a reseller; root only.
    #[param(default = 0)]
    pub reseller: Flag,
    /// The contact address.
    pub contactemail: Option<EmailAddress>,
    /// Disk space in MiB; 0 for no limit.
    #[param(name = "QUOTA")]
    pub quota: Option<Limit>,
    /// Disk space in KiB; 0 for no limit. `QUOTA` wins.
    #[param(name = "DISK_BLOCK_LIMIT")]
    pub disk_block_limit: Option<u64>,
    /// Traffic a month in bytes; 0 or `unlimited` for no limit.
    #[param(name = "BWLIMIT")]
    pub bwlimit: Option<String>,
    /// The most addon domains.
    #[param(name = "MAXADDON")]
    pub maxaddon: Option<Limit>,
    /// The most FTP accounts.
    #[param(name = "MAXFTP")]
    pub maxftp: Option<Limit>,
    /// The most mailing lists; 0 for no limit.
    #[param(name = "MAXLST")]
    pub maxlst: Option<Limit>,
    /// The most aliases.
    #[param(name = "MAXPARK")]
    pub maxpark: Option<Limit>,
    /// The most applications run by Passenger.
    #[param(name = "MAXPASSENGERAPPS")]
    pub maxpassengerapps: Option<Limit>,
    /// The most mailboxes.
    #[param(name = "MAXPOP")]
    pub maxpop: Option<Limit>,
    /// The most databases of each kind.
    #[param(name = "MAXSQL")]
    pub maxsql: Option<Limit>,
    /// The most subdomains.
    #[param(name = "MAXSUB")]
    pub maxsub: Option<Limit>,
    /// The most team users, 0 to 7.
    pub max_team_users: Option<Limit>,
    /// The share of mail that may fail, in percent; 0 for no limit.
    #[param(name = "MAX_DEFER_FAIL_PERCENTAGE")]
    pub max_defer_fail_percentage: Option<Limit>,
    /// The most mails an hour; 0 for no limit.
    #[param(name = "MAX_EMAIL_PER_HOUR")]
    pub max_email_per_hour: Option<Limit>,
    /// The size of a mailbox in MiB; 0 for no limit.
    #[param(name = "MAX_EMAILACCT_QUOTA")]
    pub max_emailacct_quota: Option<Limit>,
    /// 1: the mailboxes that are there too; needs `MAX_EMAILACCT_QUOTA`.
    #[param(default = 0)]
    pub update_existing_email_account_quotas: Flag,
    /// Whether there is a login shell; `shell` wins.
    #[param(name = "HASSHELL")]
    pub hasshell: Option<Flag>,
    /// The login shell, an absolute path.
    pub shell: Option<String>,
    /// Whether CGI programs run.
    #[param(name = "HASCGI")]
    pub hascgi: Option<Flag>,
    /// Whether its mail is signed. It is kept, and nothing is signed yet.
    #[param(name = "HASDKIM")]
    pub hasdkim: Option<Flag>,
    /// Whether a mail policy (DMARC) is published in the zones of its domains.
    #[param(name = "HASDMARC")]
    pub hasdmarc: Option<Flag>,
    /// Whether its senders (SPF) are published in the zones of its domains.
    #[param(name = "HASSPF")]
    pub hasspf: Option<Flag>,
    /// Whether it is in backups; root only.
    #[param(name = "BACKUP")]
    pub backup: Option<Flag>,
    /// The owner of its databases; root only.
    #[param(name = "DBOWNER")]
    pub dbowner: Option<UserName>,
    /// The form of its mailboxes: `maildir`, `mdbox` or `mbox`.
    #[param(name = "MAILBOX_FORMAT")]
    pub mailbox_format: Option<settings::MailboxFormat>,
    /// Whether its mail may not leave.
    #[param(name = "OUTGOING_EMAIL_SUSPENDED")]
    pub outgoing_email_suspended: Option<Flag>,
    /// Whether its mail is checked for spam.
    pub spamassassin: Option<Flag>,
    /// The theme of its pages.
    #[param(name = "RS")]
    pub rs: Option<String>,
    /// The style within the theme.
    #[param(name = "STYLE")]
    pub style: Option<String>,
    /// The language of its pages, as a locale.
    #[param(name = "LOCALE")]
    pub locale: Option<String>,
    /// The language of its pages, by its former name.
    #[param(name = "LANG")]
    pub lang: Option<String>,
    /// When it was made, to be recorded.
    #[param(name = "STARTDATE")]
    pub startdate: Option<UnixTime>,
    /// Package extensions to drop, parted by spaces.
    #[param(default = "")]
    pub remove_missing_extensions: String,
    /// 1: give its databases the new username's prefix.
    #[param(default = 1)]
    pub rename_database_objects: Flag,
    /// An Account Enhancement; may come several times. All that it is to have.
    #[param(family)]
    pub account_enhancements: Vec<String>,
    /// The linked mail server; there is none but `.local`, this one.
    pub mail_node_alias: Option<String>,
    /// Whether the firewall is kept in step with it.
    pub modify_firewall: Option<Flag>,
    /// The key for messages by Pushbullet.
    #[param(name = "PUSHBULLET_ACCESS_TOKEN")]
    pub pushbullet_access_token: Option<Secret>,
    /// Whether to tell its owner when an external login is linked.
    pub notify_account_authn_link: Option<Flag>,
    /// Whether to tell its owner when that is no longer told.
    pub notify_account_authn_link_notification_disabled: Option<Flag>,
    /// Whether to tell its owner of certificates that end.
    pub notify_autossl_expiry: Option<Flag>,
    /// Whether to tell its owner of domains that a certificate will lose.
    pub notify_autossl_expiry_coverage: Option<Flag>,
    /// Whether to tell its owner of certificates that were renewed.
    pub notify_autossl_renewal: Option<Flag>,
    /// Whether to tell its owner of domains that a renewed certificate lost.
    pub notify_autossl_renewal_coverage: Option<Flag>,
    /// Whether to tell its owner of new contact addresses.
    pub notify_contact_address_change: Option<Flag>,
    /// Whether to tell its owner when that is no longer told.
    pub notify_contact_address_change_notification_disabled: Option<Flag>,
    /// Whether to tell its owner of disk space running out.
    pub notify_disk_limit: Option<Flag>,
    /// Whether to tell its owner of changed passwords.
    pub notify_password_change: Option<Flag>,
    /// Whether to tell its owner when that is no longer told.
    pub notify_password_change_notification_disabled: Option<Flag>,
    /// Whether to tell its owner of certificates of their own that end.
    pub notify_ssl_expiry: Option<Flag>,
    /// `MXCHECK-` and the main domain: the priority of its primary mail server. Other names are
    /// ignored.
    #[param(rest)]
    pub others: BTreeMap<String, String>,
}

/// The account as it is now.
#[derive(Debug, Output)]
pub struct Reply {
    /// Its settings by the names that they have on the wire.
    pub cpuser: BTreeMap<String, Value>,
    /// Its main domain.
    pub domain: DomainName,
    /// The new login shell, or `unmodified`.
    pub setshell: String,
    /// Its name.
    pub user: UserName,
}

/// See [`Params`].
pub struct ModifyAcct;

impl Function for ModifyAcct {
    const NAME: &'static str = "modifyacct";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::EditAccount]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT
        .of(Reshape::Under("newcfg"))
        .keeping(&["newcfg", "rawout", "warnings", "messages"]);
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        settings::check(cx, &params)?;
        let mut change = Change::begin(cx)?;
        let mut record = rights::account(cx, change.tx(), &params.user)?.into_record();
        let before = record.clone();
        settings::set(cx, &params, &mut record)?;
        set_owner(cx, &mut change, &params, &mut record)?;
        set_domain(cx, &mut change, &params, &mut record)?;
        limits::check(cx, change.tx(), Some(&before), &record, NAMED)?;
        set_name(cx, &mut change, &params, &mut record)?;
        policies::publish(cx, &mut change, &record, &settings::policies(&params))?;
        if let Some(on) = params.hasdkim {
            mail::signing::set_all(cx, &mut change, &record.name, on.0)?;
        }
        mail::domains::touch_all(&mut change, &record.name)?;
        if params.reseller.0 {
            resellers::set_up(&mut change, &record.name)?;
        }
        accounts::save(cx, &mut change, &mut record)?;
        change.touch(Subject::User(record.name.clone()));
        let domains = accounts::domains::of(change.tx(), &record.name)?;
        let moves = record.name != before.name || record.domain != before.domain;
        change.commit(if moves { OnFailure::Forward } else { OnFailure::Undo })?;
        cx.reason("Account Modified");
        let unmodified = record.shell == before.shell;
        Ok(Reply {
            cpuser: cpuser::of(&record, &domains)?,
            setshell: if unmodified { "unmodified".to_owned() } else { record.shell },
            domain: record.domain,
            user: record.name,
        })
    }
}

fn set_owner(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    params: &Params,
    record: &mut AccountRecord,
) -> Result<()> {
    let Some(owner) = &params.owner else { return Ok(()) };
    if *owner != record.owner && *owner != cx.caller.user {
        rights::require(cx, Acl::All, "owner", "another owner")?;
    }
    names::check_owner(change.tx(), owner, &record.name)?;
    renaming::change_owner(change, record, owner)
}

fn set_domain(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    params: &Params,
    record: &mut AccountRecord,
) -> Result<()> {
    let Some(new) = params.dns.as_ref().filter(|new| **new != record.domain) else {
        return Ok(());
    };
    names::check_domain(cx, change.tx(), "domain", new)?;
    zones::check_free(change.tx(), "domain", new)?;
    renaming::change_domain(cx, change, record, new)
}

fn set_name(
    cx: &Cx<'_>,
    change: &mut Change<'_>,
    params: &Params,
    record: &mut AccountRecord,
) -> Result<()> {
    let Some(new) = params.newuser.as_ref().filter(|new| **new != record.name) else {
        return Ok(());
    };
    if resellers::is_reseller(change.tx(), &record.name)? {
        rights::require(cx, Acl::All, "newuser", "another name for a reseller")?;
    }
    names::check_user(change.tx(), "newuser", new)?;
    renaming::rename(change, record, new, params.rename_database_objects.0)
}

#[cfg(test)]
mod tests {
    use api::{
        Acl, Kind, Limit, Rank, UserName,
        records::{
            AccountCount, AccountRecord, DomainKind, DomainRecord, JournalEntry, TokenKind,
            ZoneLine, is,
        },
    };

    use crate::{
        domain::{apply, mail, tokens},
        testing::World,
    };

    fn record(world: &World, name: &str) -> Option<AccountRecord> {
        world.host.store.read().unwrap().first(vec![is("name", name)]).unwrap()
    }

    fn count(world: &World, owner: &str) -> u64 {
        let tx = world.host.store.read().unwrap();
        tx.first(vec![is("owner", owner)]).unwrap().map_or(0, |row: AccountCount| row.accounts)
    }

    #[test]
    fn what_is_given_changes_and_the_rest_stays() {
        let world = World::new().account("alice", "root");
        let form = [
            ("user", "alice"),
            ("plan", "ignored"),
            ("QUOTA", "50"),
            ("BWLIMIT", "1048577"),
            ("MAXPOP", "0"),
            ("MAXLST", "0"),
            ("HASSHELL", "1"),
            ("contactemail", "a@example.net"),
            ("notify_disk_limit", "1"),
            ("MXCHECK-alice.test", "5"),
            ("LOCALE", "de"),
            ("STARTDATE", "1700000000"),
        ];
        let answer = world.call("root", "modifyacct", &form).unwrap();
        assert_eq!(answer.notes.reason.as_deref(), Some("Account Modified"));
        let data = answer.data;
        assert_eq!((&data["user"], &data["domain"]), (&"alice".into(), &"alice.test".into()));
        assert_eq!(data["setshell"], "/bin/bash");
        for (name, value) in [
            ("BWLIMIT", "2097152"),
            ("DISK_BLOCK_LIMIT", "51200"),
            ("MAXPOP", "0"),
            ("MAXLST", "unlimited"),
            ("MAXFTP", "unlimited"),
            ("CONTACTEMAIL", "a@example.net"),
            ("notify_disk_limit", "1"),
            ("notify_ssl_expiry", "0"),
            ("MXCHECK-alice.test", "5"),
            ("STARTDATE", "1700000000"),
            ("PLAN", "default"),
            ("HASCGI", "1"),
        ] {
            assert_eq!(data["cpuser"][name], value, "{name}");
        }
        let changed = record(&world, "alice").unwrap();
        assert_eq!((changed.quota, changed.bandwidth), (Limit::of(50), Limit::of(2)));
        let data = world.data("root", "modifyacct", &[("user", "alice"), ("HASSHELL", "1")]);
        assert_eq!(
            (&data["setshell"], &data["cpuser"]["MAXPOP"]),
            (&"unmodified".into(), &"0".into())
        );
    }

    #[test]
    fn a_new_name_takes_everything_along() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::ListAccts])
            .account("dave", "carol");
        let flag = [("users_json", r#"{"carol":1}"#)];
        world.call("root", "forcepasswordchange", &flag).unwrap();
        let form = [("user", "carol"), ("newuser", "Carola")];
        let data = world.data("root", "modifyacct", &form);
        assert_eq!(
            (&data["user"], &data["cpuser"]["DBOWNER"]),
            (&"carola".into(), &"carola".into())
        );
        assert!(record(&world, "carol").is_none());
        let renamed = record(&world, "carola").unwrap();
        assert_eq!((renamed.formerly, renamed.home.as_str()), (None, "/home/carola"));
        assert_eq!(record(&world, "dave").unwrap().owner.as_str(), "carola");
        assert_eq!((count(&world, "carol"), count(&world, "carola")), (0, 1));
        assert_eq!(world.caller("carola").rank, Rank::Reseller);
        let (old, new): (UserName, UserName) =
            ("carol".parse().unwrap(), "carola".parse().unwrap());
        assert!(world.machine.login(&old).unwrap().is_none());
        let login = world.machine.login(&new).unwrap().unwrap();
        assert!(login.password.starts_with("$y$") && login.expired);
        assert_eq!(world.machine.site("carol.test").unwrap().unwrap().account, new);
        assert!(apply::drift(&world.host).unwrap().is_empty());
        let world = world.account("bert", "root");
        let taken = [("user", "bert"), ("newuser", "dave")];
        assert!(world.refusal("root", "modifyacct", &taken).starts_with("newuser: "));
        let free = [("username", "carol"), ("domain", "other.example")];
        world.call("root", "createacct", &free).unwrap();
    }

    #[test]
    fn tokens_stay_with_a_user_who_gets_another_name() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::ListAccts, Acl::ManageApiTokens]);
        let form = [("token_name", "billing"), ("acl", "list-accts")];
        let made = world.data("carol", "api_token_create", &form);
        let token = made["token"].as_str().unwrap();
        world.call("root", "modifyacct", &[("user", "carol"), ("newuser", "carola")]).unwrap();
        let found = |user: &str| {
            let (tx, user) = (world.host.store.read().unwrap(), user.parse().unwrap());
            let now = world.host.clock.now();
            tokens::find(&*tx, &world.host, TokenKind::Whm, &user, token, now).unwrap()
        };
        assert_eq!(found("carola").unwrap().limit, Some([Acl::ListAccts].into_iter().collect()));
        assert!(found("carol").is_none());
    }

    #[test]
    fn a_new_domain_takes_zone_site_and_subdomains_along() {
        let world = World::new().account("alice", "root").account("bob", "root");
        let tx = world.host.store.write().unwrap();
        tx.put(&DomainRecord {
            name: "blog.alice.test".parse().unwrap(),
            account: "alice".parse().unwrap(),
            kind: DomainKind::Sub,
            document_root: "blog".to_owned(),
            parent: Some("alice.test".parse().unwrap()),
            canonical: false.into(),
        })
        .unwrap();
        tx.put(&ZoneLine {
            zone: "alice.test".parse().unwrap(),
            place: 900,
            name: "shop".to_owned(),
            ttl: 300,
            kind: "CNAME".to_owned(),
            value: "www.alice.test.".to_owned(),
        })
        .unwrap();
        tx.commit().unwrap();
        let form = [("user", "alice"), ("domain", "alice.example")];
        assert_eq!(world.data("root", "modifyacct", &form)["domain"], "alice.example");
        assert!(world.machine.site("alice.test").unwrap().is_none());
        assert!(world.machine.site("alice.example").unwrap().is_some());
        assert_eq!(
            world.machine.site("blog.alice.example").unwrap().unwrap().document_root,
            "blog"
        );
        let zones: Vec<_> =
            world.host.dns.list().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(zones, ["alice.example", "bob.test"]);
        let tx = world.host.store.read().unwrap();
        let line: ZoneLine =
            tx.first(vec![is("zone", "alice.example"), is("place", 900)]).unwrap().unwrap();
        assert_eq!((line.name.as_str(), line.value.as_str()), ("shop", "www.alice.example."));
        assert!(tx.matching::<JournalEntry>(Vec::new()).unwrap().is_empty());
        drop(tx);
        let form = [("user", "alice"), ("DNS", "bob.test"), ("domain", "free.example")];
        assert!(world.refusal("root", "modifyacct", &form).starts_with("domain: "));
        assert_eq!(record(&world, "alice").unwrap().domain.as_str(), "alice.example");
    }

    #[test]
    fn policies_come_into_the_zone_and_go_from_it() {
        let world = World::new().account("alice", "root");
        let zone = || world.machine.find_zone("alice.test").unwrap().unwrap();
        let values = |name: &str| -> Vec<String> {
            let zone = zone();
            let lines = zone.lines.iter().filter(|line| line.kind == "TXT" && line.name == name);
            lines.map(|line| line.value.clone()).collect()
        };
        let modify = |form: &[(&str, &str)]| {
            let form = [&[("user", "alice")], form].concat();
            world.call("root", "modifyacct", &form).unwrap()
        };
        let (spf, dmarc) = (values(""), values("_dmarc"));
        assert_eq!((spf.len(), dmarc.len()), (1, 1));
        let serial = zone().soa.serial;
        modify(&[("HASSPF", "0"), ("HASDMARC", "0")]);
        assert_eq!((values(""), values("_dmarc")), (vec![], vec![]));
        assert_eq!(zone().soa.serial, serial + 1);
        modify(&[("HASSPF", "1"), ("HASDMARC", "1")]);
        assert_eq!((values(""), values("_dmarc")), (spf, dmarc));
        assert_eq!(zone().soa.serial, serial + 2);
        modify(&[("HASSPF", "1"), ("HASDMARC", "1"), ("QUOTA", "5")]);
        assert_eq!(zone().soa.serial, serial + 2);
    }

    #[test]
    fn mail_is_signed_as_is_wished() {
        let world = World::new().account("alice", "root");
        assert_eq!(mail::signing::make_wanted(&world.host).unwrap(), 1);
        let published = || {
            let zone = world.machine.find_zone("alice.test").unwrap().unwrap();
            zone.lines.iter().filter(|line| line.name == "default._domainkey").count()
        };
        let key = || world.machine.signing_key("alice.test").unwrap().is_some();
        assert_eq!((published(), key()), (1, true));
        world.call("root", "modifyacct", &[("user", "alice"), ("HASDKIM", "0")]).unwrap();
        assert_eq!((published(), key()), (0, false));
        world.call("root", "modifyacct", &[("user", "alice"), ("HASDKIM", "1")]).unwrap();
        assert_eq!((published(), key()), (1, true));
        assert_eq!(mail::signing::make_wanted(&world.host).unwrap(), 0);
    }

    #[test]
    fn a_policy_that_cannot_be_published_is_named_and_nothing_changes() {
        let world = World::new().account("alice", "root");
        world.call("root", "modifyacct", &[("user", "alice"), ("HASDMARC", "0")]).unwrap();
        let tx = world.host.store.write().unwrap();
        tx.put(&ZoneLine {
            zone: "alice.test".parse().unwrap(),
            place: 900,
            name: "_dmarc".to_owned(),
            ttl: 300,
            kind: "CNAME".to_owned(),
            value: "policy.example.".to_owned(),
        })
        .unwrap();
        tx.commit().unwrap();
        let form = [("user", "alice"), ("HASDMARC", "1")];
        let said = world.refusal("root", "modifyacct", &form);
        assert!(said.starts_with("HASDMARC: ") && said.contains("alias"), "{said}");
        assert!(!record(&world, "alice").unwrap().dmarc.0);
    }

    #[test]
    fn only_root_gives_what_is_roots_to_give() {
        let world = World::new()
            .account("carol", "root")
            .reseller("carol", &[Acl::EditAccount])
            .account("alice", "carol")
            .account("bob", "root");
        for extra in [
            ("BACKUP", "0"),
            ("reseller", "1"),
            ("owner", "root"),
            ("DBOWNER", "bob"),
            ("shell", "/bin/bash"),
            ("HASSHELL", "1"),
            ("MAXADDON", "3"),
            ("MAX_EMAIL_PER_HOUR", "3"),
        ] {
            let form = [("user", "alice"), extra];
            let refusal = world.call("carol", "modifyacct", &form).unwrap_err();
            assert_eq!(refusal.kind(), Kind::Denied, "{extra:?}");
            assert!(refusal.to_string().starts_with(extra.0), "{refusal}");
        }
        world.call("root", "modifyacct", &[("user", "alice"), ("QUOTA", "50")]).unwrap();
        let said = world.refusal("carol", "modifyacct", &[("user", "alice"), ("QUOTA", "0")]);
        assert!(said.starts_with("QUOTA: "), "{said}");
        let said = world.refusal("carol", "modifyacct", &[("user", "bob"), ("LOCALE", "de")]);
        assert_eq!(said, "There is no account “bob”.");
        let said = world.refusal("carol", "modifyacct", &[("user", "carol"), ("newuser", "eve")]);
        assert!(said.starts_with("newuser: "), "{said}");
        let form = [("user", "alice"), ("owner", "root"), ("newuser", "alicia")];
        world.call("root", "modifyacct", &form).unwrap();
        assert_eq!(record(&world, "alicia").unwrap().owner.as_str(), "root");
        assert_eq!((count(&world, "carol"), count(&world, "root")), (0, 3));
    }
}
