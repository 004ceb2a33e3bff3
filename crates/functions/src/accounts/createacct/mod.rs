//! `createacct`

mod account;
mod log;

use api::{
    Acl, Cx, DomainName, Effect, EmailAddress, Error, Flag, Function, Input, Legacy, Limit, Needs,
    Output, PackageName, Result, Secret, UserName, Word, YesNo, legacy::Reshape,
};

use crate::domain::{
    accounts::{creation, names, rights},
    change::{Change, OnFailure},
    passwords,
};

/// Makes an account: its user, its home, its main domain with zone and site. The log of what was
/// done is in `metadata.output.raw`.
#[derive(Input)]
pub struct Params {
    /// The username: at most 16 letters, digits and underscores; it may not start with a digit or
    /// with `test`. Capital letters are read as small ones.
    pub username: UserName,
    /// The main domain; a temporary one below the server's name is made where it is absent.
    pub domain: Option<DomainName>,
    /// The password; one is generated where neither it nor `pass` is given.
    pub password: Option<Secret>,
    /// The password; the same as `password`, not both.
    pub pass: Option<Secret>,
    /// `n`: keep the password out of the log.
    #[param(default = "y")]
    pub showpass: YesNo,
    /// The contact address.
    #[param(default = "")]
    pub contactemail: EmailAddress,
    /// The package.
    pub plan: Option<PackageName>,
    /// The owner, root or a reseller; root only. The caller where it is absent.
    pub owner: Option<UserName>,
    /// 1: the account owns itself; root only. Ignored where `owner` is given.
    #[param(default = 0)]
    pub ownerself: Flag,
    /// 1: the account's user becomes a reseller; root only.
    #[param(default = 0)]
    pub reseller: Flag,
    /// 1, with `reseller`: make a reseller who has no account.
    #[param(default = 0)]
    pub reseller_without_domain: Flag,
    /// Disk space in MiB; 0 for no limit.
    pub quota: Option<Limit>,
    /// Traffic a month in MiB; 0 for no limit.
    pub bwlimit: Option<Limit>,
    /// The most FTP accounts; 0 for no limit.
    pub maxftp: Option<Limit>,
    /// The most mailing lists; 0 for no limit.
    pub maxlst: Option<Limit>,
    /// The most mailboxes; 0 for no limit.
    pub maxpop: Option<Limit>,
    /// The most databases of each kind; 0 for no limit.
    pub maxsql: Option<Limit>,
    /// The most subdomains.
    pub maxsub: Option<Limit>,
    /// The most aliases.
    pub maxpark: Option<Limit>,
    /// The most addon domains.
    pub maxaddon: Option<Limit>,
    /// The most team users, 0 to 7.
    pub max_team_users: Option<Limit>,
    /// The most mails an hour; 0 for no limit.
    pub max_email_per_hour: Option<Limit>,
    /// The share of mail that may fail, in percent; 0 for no limit.
    pub max_defer_fail_percentage: Option<Limit>,
    /// The size of a mailbox in MiB; 0 for no limit.
    pub max_emailacct_quota: Option<Limit>,
    /// The feature list.
    pub featurelist: Option<PackageName>,
    /// Whether CGI programs run.
    pub cgi: Option<Flag>,
    /// Whether there is a login shell.
    pub hasshell: Option<Flag>,
    /// `y`: an address of its own.
    pub ip: Option<YesNo>,
    /// The IPv4 address of its sites: one that the owner may use, or with root's privileges any.
    pub customip: Option<String>,
    /// The theme of its pages.
    pub cpmod: Option<String>,
    /// The language of its pages, such as `en` or `pt_br`.
    pub language: Option<String>,
    /// Whether its mail is signed.
    #[param(default = 1)]
    pub dkim: Flag,
    /// Whether its senders are published.
    #[param(default = 1)]
    pub spf: Flag,
    /// Whether a mail policy is published.
    #[param(default = 1)]
    pub dmarc: Flag,
    /// Whether its mail is checked for spam.
    #[param(default = 1)]
    pub spamassassin: Flag,
    /// Whether spam has a folder of its own.
    #[param(default = "y")]
    pub spambox: YesNo,
    /// The form of its mailboxes.
    #[param(default = MailboxFormat::Maildir)]
    pub mailbox_format: MailboxFormat,
    /// Where its mail is taken.
    #[param(default = MxCheck::Local)]
    pub mxcheck: MxCheck,
    /// 1: replace a zone of that name which belongs to no account; root only.
    #[param(default = 0)]
    pub forcedns: Flag,
    /// The user id; root only.
    pub uid: Option<u32>,
    /// The group id; root only.
    pub gid: Option<u32>,
    /// The home directory, absolute, its last part the username; root only.
    pub homedir: Option<String>,
    /// 1: save the settings as a new package.
    #[param(default = 0)]
    pub savepkg: Flag,
    /// The name of that package; the username where it is absent.
    pub pkgname: Option<PackageName>,
    /// 1: use the domain's registered nameservers; needs `hasuseregns`.
    #[param(default = 0)]
    pub useregns: Flag,
    /// Must be 1 where `useregns` is.
    #[param(default = 0)]
    pub hasuseregns: Flag,
    /// An Account Enhancement; may come several times.
    #[param(family)]
    pub account_enhancements: Vec<String>,
    /// The linked mail server; there is none but `.local`, this one.
    pub mail_node_alias: Option<String>,
    /// Ignored.
    pub frontpage: Option<String>,
}

/// The form of mailboxes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MailboxFormat {
    /// A file a message.
    #[word("maildir")]
    Maildir,
    /// Several messages a file.
    #[word("mdbox")]
    Mdbox,
}

/// Where mail is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MxCheck {
    /// Here.
    #[word("local")]
    Local,
    /// Here until the primary server can be reached.
    #[word("secondary")]
    Secondary,
    /// Elsewhere.
    #[word("remote")]
    Remote,
    /// As the zone says.
    #[word("auto")]
    Auto,
}

/// Where the account is.
#[derive(Debug, Default, Output)]
pub struct Reply {
    /// The address of its sites.
    pub ip: String,
    /// The first nameserver.
    pub nameserver: String,
    /// The second nameserver.
    pub nameserver2: String,
    /// The third nameserver, or nothing.
    pub nameserver3: String,
    /// The fourth nameserver, or nothing.
    pub nameserver4: String,
    /// The address of the first nameserver, where the server gave it one.
    pub nameservera: Option<String>,
    /// The address of the second.
    pub nameservera2: Option<String>,
    /// The address of the third.
    pub nameservera3: Option<String>,
    /// The address of the fourth.
    pub nameservera4: Option<String>,
    /// The address record that was made for the first nameserver, where one was.
    pub nameserverentry: Option<String>,
    /// That of the second.
    pub nameserverentry2: Option<String>,
    /// That of the third.
    pub nameserverentry3: Option<String>,
    /// That of the fourth.
    pub nameserverentry4: Option<String>,
    /// Its package.
    pub package: String,
}

/// See [`Params`].
pub struct CreateAcct;

impl Function for CreateAcct {
    const NAME: &'static str = "createacct";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::CreateAcct]);
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::RESULT
        .of(Reshape::Under("options"))
        .keeping(&["options", "rawout", "warnings", "messages"]);
    type Params = Params;
    type Reply = Reply;

    /// Everything is checked twice: before the slow hash, so that what will be refused costs little,
    /// and in the transaction, where nobody can take the name meanwhile.
    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let password = chosen_password(cx, &params)?;
        if params.reseller_without_domain.0 {
            return reseller_alone(cx, &params, &password);
        }
        check(cx, &params, &password)?;
        let hash = cx.host.passwords.hash(&password)?;
        let mut change = Change::begin(cx)?;
        let new = account::find(cx, change.tx(), &params)?;
        account::write(cx, &mut change, &params, &new, hash)?;
        change.commit(OnFailure::Undo)?;
        log::write(cx, &params, &new, &password);
        Ok(reply(&new))
    }
}

fn check(cx: &Cx<'_>, params: &Params, password: &Secret) -> Result<()> {
    let tx = cx.host.store.read()?;
    let new = account::find(cx, &*tx, params)?;
    let record = new.account.record();
    let context =
        passwords::context(cx.host, &record.name, Some(&record.domain), Some(&record.owner))?;
    passwords::check(&*tx, "createacct", password, &context)
}

/// The password given, or one of 130 bits.
fn chosen_password(cx: &Cx<'_>, params: &Params) -> Result<Secret> {
    match (&params.password, &params.pass) {
        (Some(_), Some(_)) => Err(Error::param("pass", "give either pass or password, not both.")),
        (Some(given), None) | (None, Some(given)) => Ok(Secret::new(given.reveal().to_owned())),
        (None, None) => cx.random_text(26).map(Secret::new),
    }
}

fn reseller_alone(cx: &Cx<'_>, params: &Params, password: &Secret) -> Result<Reply> {
    if !params.reseller.0 {
        return Err(Error::param("reseller_without_domain", "needs reseller=1."));
    }
    rights::require(cx, Acl::All, "reseller", "making resellers")?;
    let name = &params.username;
    let tx = cx.host.store.read()?;
    names::check_user(&*tx, "username", name)?;
    passwords::check(
        &*tx,
        "createacct",
        password,
        &passwords::context(cx.host, name, None, None)?,
    )?;
    drop(tx);
    let hash = cx.host.passwords.hash(password)?;
    let mut change = Change::begin(cx)?;
    names::check_user(change.tx(), "username", name)?;
    creation::write_reseller(cx, &mut change, name, hash)?;
    change.commit(OnFailure::Undo)?;
    cx.reason("Account Creation Ok");
    cx.raw(format!("The reseller “{name}” was made, without an account."));
    log::password(cx, params, password);
    Ok(Reply::default())
}

fn reply(new: &account::New) -> Reply {
    let mut names = new.nameservers.iter().map(ToString::to_string);
    let mut next = || names.next().unwrap_or_default();
    let record = new.account.record();
    Reply {
        ip: record.ip.clone(),
        nameserver: next(),
        nameserver2: next(),
        nameserver3: next(),
        nameserver4: next(),
        package: record.package.to_string(),
        ..Reply::default()
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, sync::atomic::Ordering, thread};

    use api::{
        Acl, DomainName, UserName,
        records::{AccountCount, AccountRecord, JournalEntry, Login, TrackedId, is},
    };

    use crate::{domain::apply, testing::World};

    const PASSWORD: &str = "Quarry-lamp-7-vivid";

    fn record(world: &World, name: &str) -> Option<AccountRecord> {
        world.host.store.read().unwrap().first(vec![is("name", name)]).unwrap()
    }

    fn count(world: &World, owner: &str) -> u64 {
        let tx = world.host.store.read().unwrap();
        tx.first(vec![is("owner", owner)]).unwrap().map_or(0, |row: AccountCount| row.accounts)
    }

    #[test]
    fn the_account_is_in_the_store_and_on_the_machine() {
        let world = World::new();
        let form = [("username", "Alice"), ("domain", "Alice.example"), ("password", PASSWORD)];
        let answer = world.call("root", "createacct", &form).unwrap();
        assert_eq!(answer.notes.reason.as_deref(), Some("Account Creation Ok"));
        assert_eq!(answer.data["nameserver"], "ns1.example.test");
        assert_eq!(answer.data["nameserver3"], "");
        assert!(answer.data["nameservera"].is_null());
        assert!(answer.notes.raw.unwrap().contains(PASSWORD));

        let (name, domain): (UserName, DomainName) =
            ("alice".parse().unwrap(), "alice.example".parse().unwrap());
        let login = world.machine.login(&name).unwrap().unwrap();
        assert!(login.password.starts_with("$y$") && !login.locked && !login.expired);
        let site = world.machine.site("alice.example").unwrap().unwrap();
        assert_eq!((site.account, site.document_root.as_str()), (name, "public_html"));
        assert!(world.host.dns.list().unwrap().contains(&domain));
        let record = record(&world, "alice").unwrap();
        assert!(record.inodes_used > 0);
        assert_eq!((record.uid, record.gid, record.home.as_str()), (1000, 1000, "/home/alice"));
        let tx = world.host.store.read().unwrap();
        assert!(tx.matching::<JournalEntry>(Vec::new()).unwrap().is_empty());
        assert_eq!(count(&world, "root"), 1);
    }

    #[test]
    fn the_log_hides_the_password_and_shows_one_that_was_made() {
        let world = World::new();
        let form = [("username", "alice"), ("domain", "a.example"), ("pass", PASSWORD)];
        let form = [&form[..], &[("showpass", "n")]].concat();
        let answer = world.call("root", "createacct", &form).unwrap();
        assert!(!answer.notes.raw.unwrap().contains(PASSWORD));

        let answer = world.call("root", "createacct", &[("username", "bob")]).unwrap();
        let raw = answer.notes.raw.unwrap();
        assert!(raw.contains("\nQuota: unlimited\nBandwidth: unlimited\n"), "{raw}");
        let made = raw.lines().find_map(|line| line.strip_prefix("Password: ")).unwrap();
        let login = world.machine.login(&"bob".parse().unwrap()).unwrap().unwrap();
        let made = api::Secret::new(made.to_owned());
        assert!(world.host.passwords.verify(&made, Some(&login.password)).unwrap());
        let record = record(&world, "bob").unwrap();
        assert_eq!(record.domain.as_str(), "bob.host.example.test");
        assert!(record.temporary_domain.0);
    }

    #[test]
    fn what_is_taken_or_reserved_is_refused_and_nothing_changes() {
        let world = World::new().account("alice", "root");
        for (form, said) in [
            ([("username", "alice"), ("domain", "b.example")], "username: the server already has"),
            ([("username", "bob"), ("domain", "alice.test")], "domain: the server already has"),
            ([("username", "mysql"), ("domain", "b.example")], "username: “mysql” is reserved"),
            ([("username", "testbob"), ("domain", "b.example")], "username: a username may not"),
            ([("username", "1bob"), ("domain", "b.example")], "username: “1bob” is not"),
            ([("username", "bob"), ("domain", "host.example.test")], "domain: “host.example.test”"),
            ([("username", "bob"), ("pass", "short")], "password: must have"),
            ([("username", "bob"), ("pass", "h0st.example.t3st")], "password: is too"),
            ([("username", "bob"), ("plan", "gold")], "plan: there is no package “gold”."),
            ([("username", "bob"), ("owner", "nobody_here")], "owner: “nobody_here” is neither"),
            ([("username", "bob"), ("useregns", "1")], "useregns: needs"),
            ([("username", "bob"), ("ip", "y")], "ip: an address of its own needs a free address"),
            ([("username", "bob"), ("customip", "192.0.2.9")], "customip: 192.0.2.9 is no address"),
            ([("username", "bob"), ("quota", "1000000")], "quota: must be a number from 0 to"),
            ([("username", "bob"), ("maxpop", "1000000")], "maxpop: must be"),
            ([("username", "bob"), ("uid", "999")], "uid: 999 is kept"),
            ([("username", "bob"), ("uid", "1000")], "uid: 1000 is in use"),
            ([("username", "bob"), ("homedir", "/home/alice")], "homedir: must be"),
        ] {
            let refusal = world.refusal("root", "createacct", &form);
            assert!(refusal.starts_with(said), "{refusal}");
        }
        assert!(record(&world, "bob").is_none());
        assert_eq!(count(&world, "root"), 1);
        let both = [("username", "bob"), ("pass", PASSWORD), ("password", PASSWORD)];
        assert!(world.refusal("root", "createacct", &both).starts_with("pass: "));
    }

    #[test]
    fn a_reseller_makes_accounts_of_their_own_within_their_privileges() {
        let world = World::new().reseller("carol", &[Acl::CreateAcct, Acl::EditAccount]);
        let ask = |extra: &[(&str, &str)]| {
            let form = [("username", "alice"), ("domain", "a.example"), ("password", PASSWORD)];
            world.call("carol", "createacct", &[&form[..], extra].concat())
        };
        for extra in [
            ("owner", "root"),
            ("ownerself", "1"),
            ("uid", "5000"),
            ("gid", "5000"),
            ("homedir", "/home/alice"),
            ("reseller", "1"),
            ("forcedns", "1"),
            ("hasshell", "1"),
            ("maxaddon", "1"),
            ("maxpark", "unlimited"),
            ("max_email_per_hour", "7"),
            ("ip", "y"),
            ("customip", "192.0.2.99"),
            ("savepkg", "1"),
        ] {
            let refusal = ask(&[extra]).unwrap_err();
            assert_eq!(refusal.kind(), api::Kind::Denied, "{extra:?}: {refusal}");
            assert!(refusal.to_string().starts_with(extra.0), "{refusal}");
        }
        ask(&[("quota", "100"), ("owner", "carol")]).unwrap();
        assert_eq!(record(&world, "alice").unwrap().owner.as_str(), "carol");
        assert_eq!(count(&world, "carol"), 1);
        let other = World::new().reseller("dave", &[Acl::CreateAcct]);
        let said = other.refusal("dave", "createacct", &[("username", "alice")]);
        assert!(said.starts_with("plan: "), "{said}");
    }

    #[test]
    fn a_reseller_cannot_get_near_another_owners_domain() {
        let world = World::new()
            .account("alice", "root")
            .reseller("carol", &[Acl::CreateAcct, Acl::EditAccount]);
        let form = [("username", "bob"), ("domain", "shop.alice.test")];
        let said = world.refusal("carol", "createacct", &form);
        assert!(said.contains("below a domain of another owner"), "{said}");
        world.call("root", "createacct", &form).unwrap();
        let deep = [("username", "dora"), ("domain", "a.b.example")];
        world.call("root", "createacct", &deep).unwrap();
        let ask = |user, domain| {
            world.call("carol", "createacct", &[("username", user), ("domain", domain)])
        };
        assert!(ask("eve", "b.example").unwrap_err().to_string().contains("above"));
        world.call("root", "removeacct", &[("user", "dora")]).unwrap();
        ask("eve", "b.example").unwrap();
        ask("fay", "www.b.example").unwrap();
        ask("gil", "example.net").unwrap();
    }

    #[test]
    fn ids_go_on_after_the_highest_ever_given() {
        let world = World::new().account("alice", "root");
        let tx = world.host.store.write().unwrap();
        let gone =
            TrackedId { kind: "gid".to_owned(), number: 1007, name: "former".parse().unwrap() };
        tx.put(&gone).unwrap();
        tx.commit().unwrap();
        let world = world.account("bob", "root");
        assert_eq!(record(&world, "bob").unwrap().uid, 1008);
        let form = [("username", "carl"), ("uid", "2000"), ("gid", "1007")];
        let said = world.refusal("root", "createacct", &form);
        assert!(said.starts_with("gid: 1007 was"), "{said}");
    }

    #[test]
    fn settings_saved_as_a_package_are_the_next_accounts() {
        let world = World::new();
        let form = [("username", "alice"), ("maxpop", "5"), ("savepkg", "1"), ("pkgname", "gold")];
        assert_eq!(world.data("root", "createacct", &form)["package"], "gold");
        let form = [("username", "bob"), ("plan", "gold"), ("reseller", "1")];
        world.call("root", "createacct", &form).unwrap();
        assert_eq!(record(&world, "bob").unwrap().max_mailboxes, api::Limit::of(5));
        assert_eq!(world.caller("bob").rank, api::Rank::Reseller);
        let form = [("username", "carl"), ("reseller", "1"), ("reseller_without_domain", "1")];
        world.call("root", "createacct", &form).unwrap();
        let tx = world.host.store.read().unwrap();
        let login: Login = tx.first(vec![is("name", "carl")]).unwrap().unwrap();
        assert_eq!(login.kind, api::records::LoginKind::Reseller);
        assert!(record(&world, "carl").is_none());
    }

    #[test]
    fn a_creation_that_cannot_be_applied_leaves_nothing() {
        let (world, outage) = World::with_outage();
        let form = [("username", "alice"), ("domain", "a.example"), ("password", PASSWORD)];
        outage.away.store(true, Ordering::SeqCst);
        assert_eq!(world.refusal("root", "createacct", &form), "The DNS server is away.");
        assert!(record(&world, "alice").is_none());
        assert_eq!(count(&world, "root"), 0);
        let alice: UserName = "alice".parse().unwrap();
        assert!(world.machine.login(&alice).unwrap().is_none());
        // The DNS server may have the zone, so the journal remembers it, and the name waits.
        let said = world.refusal("root", "createacct", &form);
        assert!(said.contains("still being removed"), "{said}");
        outage.away.store(false, Ordering::SeqCst);
        assert_eq!(apply::open_entries(&world.host).unwrap().0, 1);
        world.call("root", "createacct", &form).unwrap();
    }

    #[test]
    fn one_of_many_gets_a_name_and_all_get_ids_of_their_own() {
        let world = World::new();
        let made = thread::scope(|scope| {
            let handles: Vec<_> = (0..8)
                .map(|number| {
                    let world = &world;
                    scope.spawn(move || {
                        let (own, domain) = (format!("user{number}"), format!("s{number}.example"));
                        let same = [("username", "alice"), ("domain", domain.as_str())];
                        world.call("root", "createacct", &[("username", own.as_str())]).unwrap();
                        world.call("root", "createacct", &same).is_ok()
                    })
                })
                .collect();
            handles.into_iter().map(|handle| handle.join().unwrap()).filter(|made| *made).count()
        });
        assert_eq!((made, count(&world, "root")), (1, 9));
        let tx = world.host.store.read().unwrap();
        let accounts: Vec<AccountRecord> = tx.matching(Vec::new()).unwrap();
        let ids: BTreeSet<u32> = accounts.iter().map(|account| account.uid).collect();
        assert_eq!(ids, (1000..1009).collect());
    }

    #[test]
    fn an_account_costs_one_commit() {
        let (world, commits) = World::counting();
        world.call("root", "createacct", &[("username", "alice")]).unwrap();
        assert_eq!(commits.take(), 1);
    }
}
