//! `UserManager::edit_user`

use api::{
    Cx, DomainName, Effect, EmailAddress, FilePath, Flag, Function, Input, Needs, Result, Secret,
    Url, Word,
};
use functions::domain::people::changes::{self, Wish};

use super::entry::{self, Entry, Perms};

/// Changes a subaccount: password, person, services. What is absent stays as it is.
#[derive(Input)]
pub struct Params {
    /// The name before the `@`: at most 64 letters, digits, dots, hyphens, underscores.
    pub username: String,
    /// A domain of the account.
    pub domain: DomainName,
    /// The password of all services.
    pub password: Option<Secret>,
    /// Another address of the person's.
    pub alternate_email: Option<EmailAddress>,
    /// The person's name.
    pub real_name: Option<String>,
    /// Whether there is a mailbox; it stays as it is where absent.
    #[param(name = "services.email.enabled")]
    pub services_email_enabled: Option<Flag>,
    /// Its quota: MiB, 0 or `unlimited` for none.
    #[param(name = "services.email.quota")]
    pub services_email_quota: Option<String>,
    /// Whether there is a login for FTP; it stays as it is where absent.
    #[param(name = "services.ftp.enabled")]
    pub services_ftp_enabled: Option<Flag>,
    /// The folder that it sees, below the home; needed where FTP comes.
    #[param(name = "services.ftp.homedir")]
    pub services_ftp_homedir: Option<FilePath>,
    /// Whether there is a login for Web Disk; it stays as it is where absent.
    #[param(name = "services.webdisk.enabled")]
    pub services_webdisk_enabled: Option<Flag>,
    /// Whether Web Disk takes Digest Authentication.
    #[param(name = "services.webdisk.enabledigest")]
    pub services_webdisk_enabledigest: Option<Flag>,
    /// The folder that it sees, below the home; needed where Web Disk comes.
    #[param(name = "services.webdisk.homedir")]
    pub services_webdisk_homedir: Option<FilePath>,
    /// What it may do there.
    #[param(name = "services.webdisk.perms")]
    pub services_webdisk_perms: Option<Perms>,
    /// 1: mode 0700, 0: 0755.
    #[param(name = "services.webdisk.private")]
    pub services_webdisk_private: Option<Flag>,
    /// What is made.
    #[param(name = "type", default = Type::Sub)]
    pub kind: Type,
    /// Not used.
    pub phone_number: Option<String>,
    /// Not used.
    pub avatar_url: Option<Url>,
}

/// See [`Params`].
pub struct EditUser;

impl Function for EditUser {
    const NAME: &'static str = "edit_user";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Option<Entry>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Option<Entry>> {
        let wish = Wish {
            password: params.password,
            real_name: params.real_name,
            email: params.alternate_email.map(|email| email.to_string()),
            mailbox: params.services_email_enabled,
            mailbox_quota: params.services_email_quota,
            ftp: params.services_ftp_enabled,
            ftp_home: params.services_ftp_homedir,
            disk: params.services_webdisk_enabled,
            disk_home: params.services_webdisk_homedir,
            disk_writes: params.services_webdisk_perms.map(|perms| Flag(perms == Perms::Rw)),
            disk_private: params.services_webdisk_private,
            disk_digest: params.services_webdisk_enabledigest,
        };
        let (name, domain) = (params.username, params.domain);
        let read = |tx: &dyn api::records::Tx, account: &api::Account| {
            entry::named(tx, account, &name, &domain)
        };
        let (account, person) = changes::save(cx, read, &wish, false)?;
        entry::of(cx, &account, &person)
    }
}

/// What can be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// A subaccount.
    #[word("sub")]
    Sub,
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls;

    const PASS: &str = "Quarry-lamp-7-vivid";

    /// An account with a subaccount that has both services.
    fn world() -> World {
        let world = World::new().account("alice", "root");
        let form = [
            ("username", "Anna"),
            ("domain", "alice.test"),
            ("password", PASS),
            ("real_name", "Anna Alder"),
            ("services.ftp.enabled", "1"),
            ("services.ftp.homedir", "anna"),
            ("services.webdisk.enabled", "1"),
            ("services.webdisk.homedir", "public_html"),
            ("services.webdisk.perms", "ro"),
        ];
        world.uapi("alice", "UserManager", "create_user", &form).unwrap();
        world
    }

    #[test]
    fn what_is_said_changes_and_the_rest_stays() {
        let world = world();
        let edit = |extra: &[(&str, &str)]| {
            let form = [&[("username", "anna"), ("domain", "alice.test")], extra].concat();
            world.uapi_data("alice", "UserManager", "edit_user", &form)
        };
        let data = edit(&[("real_name", "A. Alder"), ("services.webdisk.perms", "rw")]);
        assert_eq!(data["real_name"], "A. Alder");
        assert_eq!(data["services"]["webdisk"]["perms"], "rw");
        assert_eq!(data["services"]["ftp"]["homedir"], "anna");
        let alice = "alice".parse().unwrap();
        let hash = || world.machine.ftp(&alice).unwrap().unwrap().logins[0].password.clone();
        let before = hash();
        assert_eq!(edit(&[("password", "Tundra-otter-9-mellow")])["synced_password"], 1);
        assert_ne!(hash(), before);
        let mailbox = [("services.email.enabled", "1"), ("services.email.quota", "9")];
        let quota = serde_json::json!({"enabled": 1, "quota": 9});
        assert_eq!(edit(&mailbox)["services"]["email"], quota);
        let data = edit(&[("services.email.enabled", "0")]);
        assert_eq!(data["services"]["email"]["enabled"], 0);
        let told = world.machine.mail_domain("alice.test").unwrap().unwrap();
        assert!(told.mailbox("anna").is_none());
        let data = edit(&[("services.ftp.enabled", "0")]);
        assert_eq!(data["services"]["ftp"]["enabled"], 0);
        assert!(world.machine.ftp(&alice).unwrap().is_none());
        let data = edit(&[("services.ftp.enabled", "1"), ("services.ftp.homedir", "b")]);
        assert_eq!(data["services"]["ftp"]["homedir"], "b");
        let form = [("username", "bert"), ("domain", "alice.test")];
        let said = world.uapi_refusal("alice", "UserManager", "edit_user", &form);
        assert_eq!(said, "username: there is no subaccount “bert@alice.test”.");
    }
}
