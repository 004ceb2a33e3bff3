//! `UserManager::create_user`

use api::{
    Account, Cx, DomainName, Effect, EmailAddress, Error, FilePath, Flag, Function, Input, Needs,
    Result, Secret, Url, Word,
};
use functions::domain::{
    fleet,
    mail::sending,
    people::changes::{self, Wish},
};

use super::entry::{self, Entry, Perms};

/// Makes a subaccount, with a mailbox and logins for FTP and Web Disk as asked; all have the one
/// password.
#[derive(Input)]
pub struct Params {
    /// The name before the `@`: at most 64 letters, digits, dots, hyphens, underscores.
    pub username: String,
    /// A domain of the account.
    pub domain: DomainName,
    /// The password.
    pub password: Secret,
    /// Another address of the person's.
    pub alternate_email: Option<EmailAddress>,
    /// 1: send an invitation to set the password; this server sends none.
    #[param(default = 0)]
    pub send_invite: Flag,
    /// The person's name.
    pub real_name: Option<String>,
    /// Whether there is a mailbox.
    #[param(name = "services.email.enabled", default = 0)]
    pub services_email_enabled: Flag,
    /// Its quota: MiB, 0 or `unlimited` for none.
    #[param(name = "services.email.quota")]
    pub services_email_quota: Option<String>,
    /// 1: mail help with setting up a client.
    #[param(name = "services.email.send_welcome_email", default = 0)]
    pub services_email_send_welcome_email: Flag,
    /// Whether there is a login for FTP.
    #[param(name = "services.ftp.enabled", default = 0)]
    pub services_ftp_enabled: Flag,
    /// The folder that it sees, below the home; needed where FTP comes.
    #[param(name = "services.ftp.homedir")]
    pub services_ftp_homedir: Option<FilePath>,
    /// Whether there is a login for Web Disk.
    #[param(name = "services.webdisk.enabled", default = 0)]
    pub services_webdisk_enabled: Flag,
    /// Whether Web Disk takes Digest Authentication.
    #[param(name = "services.webdisk.enabledigest", default = 0)]
    pub services_webdisk_enabledigest: Flag,
    /// The folder that it sees, below the home; needed where Web Disk comes.
    #[param(name = "services.webdisk.homedir")]
    pub services_webdisk_homedir: Option<FilePath>,
    /// What it may do there.
    #[param(name = "services.webdisk.perms", default = Perms::Rw)]
    pub services_webdisk_perms: Perms,
    /// 1: mode 0700, 0: 0755.
    #[param(name = "services.webdisk.private", default = 0)]
    pub services_webdisk_private: Flag,
    /// What is made.
    #[param(name = "type", default = Type::Sub)]
    pub kind: Type,
    /// Not used.
    pub phone_number: Option<String>,
    /// Not used.
    pub avatar_url: Option<Url>,
}

/// See [`Params`].
pub struct CreateUser;

impl Function for CreateUser {
    const NAME: &'static str = "create_user";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Option<Entry>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Option<Entry>> {
        if params.send_invite.0 {
            let rule = "this server sends no invitations; give the password to the person.";
            return Err(Error::param("send_invite", rule));
        }
        let welcome = params.services_email_send_welcome_email.0;
        if welcome {
            let account = Account::of_caller(&*cx.host.store.read()?, cx.caller)?;
            fleet::require_machine(cx.host, &account)?;
        }
        let wish = Wish {
            password: Some(params.password),
            real_name: params.real_name,
            email: params.alternate_email.map(|email| email.to_string()),
            mailbox: Some(params.services_email_enabled),
            mailbox_quota: params.services_email_quota,
            ftp: Some(params.services_ftp_enabled),
            ftp_home: params.services_ftp_homedir,
            disk: Some(params.services_webdisk_enabled),
            disk_home: params.services_webdisk_homedir,
            disk_writes: Some(Flag(params.services_webdisk_perms == Perms::Rw)),
            disk_private: Some(params.services_webdisk_private),
            disk_digest: Some(params.services_webdisk_enabledigest),
        };
        let (name, domain) = (params.username, params.domain);
        let read = |tx: &dyn api::records::Tx, account: &Account| {
            entry::named(tx, account, &name, &domain)
        };
        let (account, person) = changes::save(cx, read, &wish, true)?;
        if let Some(mailbox) = person.mailbox.as_ref().filter(|_| welcome) {
            let host = format!("mail.{}", person.domain);
            let address = &mailbox.address;
            sending::dispatch_settings(cx, &account, address.as_str(), &host, address)?;
        }
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
            ("services.email.enabled", "1"),
            ("services.email.quota", "50"),
            ("services.email.send_welcome_email", "1"),
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
    fn the_logins_have_the_one_password() {
        let world = world();
        let data = world.uapi_data("alice", "UserManager", "list_users", &[]);
        let anna = &data[1];
        assert_eq!(
            (&anna["full_username"], &anna["type"]),
            (&"anna@alice.test".into(), &"sub".into())
        );
        assert_eq!(anna["real_name"], "Anna Alder");
        assert_eq!(anna["services"]["email"], serde_json::json!({"enabled": 1, "quota": 50}));
        let told = world.machine.mail_domain("alice.test").unwrap().unwrap();
        assert!(told.mailbox("anna").is_some());
        assert_eq!(anna["services"]["ftp"]["homedir"], "anna");
        assert_eq!(anna["services"]["webdisk"]["perms"], "ro");
        assert_eq!(
            (&anna["synced_password"], &anna["merge_candidates"]),
            (&1.into(), &serde_json::json!([]))
        );
        let state = world.machine.ftp(&"alice".parse().unwrap()).unwrap().unwrap();
        assert_eq!(state.logins[0].login, "anna@alice.test");
        let password = api::Secret::new(PASS.to_owned());
        assert!(world.host.passwords.verify(&password, Some(&state.logins[0].password)).unwrap());
    }

    #[test]
    fn what_is_wrong_is_named_and_nothing_is_made() {
        let world = world().account("bob", "root");
        let ask = |user: &str, extra: &[(&str, &str)]| {
            let form = [&[("username", user), ("domain", "alice.test"), ("password", PASS)], extra];
            world.uapi_refusal("alice", "UserManager", "create_user", &form.concat())
        };
        assert!(ask("anna", &[]).starts_with("username: there is a subaccount “anna@alice.test”"));
        assert!(ask("a b", &[]).starts_with("username: must have 1 to 64 letters"));
        let said = ask("bert", &[("services.ftp.enabled", "1")]);
        assert_eq!(said, "services.ftp.homedir: is required where FTP is on.");
        let said = ask("bert", &[("services.webdisk.enabled", "1")]);
        assert_eq!(said, "services.webdisk.homedir: is required where Web Disk is on.");
        assert!(ask("bert", &[("send_invite", "1")]).starts_with("send_invite: "));
        let said = ask("bert", &[("services.email.enabled", "1"), ("services.email.quota", "x")]);
        assert!(said.starts_with("quota: "), "{said}");
        let form = [("username", "x"), ("domain", "bob.test"), ("password", PASS)];
        let said = world.uapi_refusal("alice", "UserManager", "create_user", &form);
        assert_eq!(said, "domain: “bob.test” is no domain of this account.");
        let data = world.uapi_data("alice", "UserManager", "list_users", &[]);
        assert_eq!(data.as_array().unwrap().len(), 2);
    }

    #[test]
    fn a_login_that_is_there_is_not_taken_over() {
        let world = World::new().account("alice", "root");
        let form = [("user", "anna"), ("pass", PASS)];
        world.uapi("alice", "Ftp", "add_ftp", &form).unwrap();
        let form = [
            ("username", "anna"),
            ("domain", "alice.test"),
            ("password", PASS),
            ("services.ftp.enabled", "1"),
            ("services.ftp.homedir", "anna"),
        ];
        let said = world.uapi_refusal("alice", "UserManager", "create_user", &form);
        assert!(said.starts_with("services.ftp.enabled: there is a ftp account"), "{said}");
        let data = world.uapi_data("alice", "UserManager", "create_user", &form[..3]);
        assert_eq!(data["services"]["ftp"]["enabled"], 0);
        assert_eq!(data["merge_candidates"][0]["type"], "service");
    }
}
