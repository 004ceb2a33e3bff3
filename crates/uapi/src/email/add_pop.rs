//! `Email::add_pop`

use api::{Account, Cx, DomainName, Effect, Error, Flag, Function, Input, Needs, Result, Secret};
use functions::domain::{
    change::{Change, OnFailure},
    fleet,
    mail::{addresses, mailboxes, sending},
};

/// Creates a mailbox.
#[derive(Input)]
pub struct Params {
    /// The local part, or the whole address.
    pub email: String,
    /// The password.
    pub password: Option<Secret>,
    /// The domain; the main one where it is absent.
    pub domain: Option<DomainName>,
    /// The password's hash as crypt(3) writes it, in the place of the password.
    pub password_hash: Option<Secret>,
    /// Megabytes; 0 or `unlimited` for no limit; the usual ones where it is absent.
    pub quota: Option<String>,
    /// Whether the settings for mail programs are sent to the new mailbox.
    #[param(default = 0)]
    pub send_welcome_email: Flag,
    /// Whether the memory of mailboxes stays as it is; there is none.
    #[param(default = 0)]
    pub skip_update_db: Flag,
}

/// See [`Params`].
pub struct AddPop;

impl Function for AddPop {
    const NAME: &'static str = "add_pop";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = String;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let domain = params.domain.as_ref();
        let (address, _) = addresses::own(&*tx, &account, "email", &params.email, domain)?;
        let quota = mailboxes::quota(&account, params.quota.as_deref())?;
        let hash = match (&params.password, &params.password_hash) {
            (Some(_), Some(_)) => {
                return Err(Error::param("password_hash", "may not stand beside password"));
            }
            (Some(password), None) => mailboxes::hash(cx, &*tx, &address, password)?,
            (None, Some(hash)) => mailboxes::given_hash(hash)?,
            (None, None) => return Err(Error::param("password", "is required")),
        };
        drop(tx);
        if params.send_welcome_email.0 {
            fleet::require_machine(cx.host, &account)?;
        }
        let mut change = Change::begin(cx)?;
        let (address, domain) =
            addresses::own(change.tx(), &account, "email", address.as_str(), None)?;
        mailboxes::check_count(change.tx(), &account)?;
        mailboxes::create(cx, &mut change, (&address, &domain), hash, quota)?;
        change.commit(OnFailure::Undo)?;
        if params.send_welcome_email.0 {
            let host = format!("mail.{}", domain.domain);
            sending::dispatch_settings(cx, &account, address.as_str(), &host, &address)?;
        }
        Ok(format!("{}+{}", address.local(), domain.domain))
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, refusal, world};

    #[test]
    fn a_mailbox_is_made_with_its_folder_and_a_letter() {
        let world = world();
        let form = [
            ("email", "Sales"),
            ("password", PASSWORD),
            ("quota", "50"),
            ("send_welcome_email", "1"),
        ];
        assert_eq!(data(&world, "add_pop", &form), "sales+amy.test");
        let told = world.machine.mail_domain("amy.test").unwrap().unwrap();
        let sales = told.mailbox("sales").unwrap();
        assert_eq!(sales.quota.0, Some(50));
        assert!(sales.password.starts_with('$') && !sales.password.contains(PASSWORD));
        let form = [("domain", "amy.test"), ("user", "sales")];
        assert!(data(&world, "get_disk_usage", &form)["diskused"].as_f64().is_some());
        let held = data(&world, "list_pops_with_disk", &[("email", "sales")]);
        assert!(held[0]["_diskused"].as_i64().unwrap() > 100, "{held}");
    }

    #[test]
    fn what_may_not_be_is_refused_by_name() {
        let world = world();
        for (name, form) in [
            ("email: ", [("email", "cpanel"), ("password", PASSWORD)]),
            ("email: ", [("email", "a b"), ("password", PASSWORD)]),
            ("email: ", [("email", "x@bob.test"), ("password", PASSWORD)]),
            ("password: ", [("email", "x"), ("password", "x")]),
            ("password: ", [("email", "x"), ("quota", "5")]),
            ("password_hash: ", [("email", "x"), ("password_hash", "plain")]),
            ("quota: ", [("email", "x"), ("quota", "many")]),
            (
                "The account info@amy.test already exists!",
                [("email", "info"), ("password", PASSWORD)],
            ),
        ] {
            let said = refusal(&world, "add_pop", &form);
            assert!(said.starts_with(name), "{said}");
        }
        assert_eq!(data(&world, "count_pops", &[]), 1);
    }

    #[test]
    fn the_limits_of_the_account_hold() {
        let world = world().with_account("amy", |account| {
            account.max_mailboxes = api::Limit::of(2);
            account.max_mailbox_quota = api::Limit::of(100);
        });
        for (quota, said) in [("200", "quota: "), ("unlimited", "quota: ")] {
            let form = [("email", "x"), ("password", PASSWORD), ("quota", quota)];
            assert!(refusal(&world, "add_pop", &form).starts_with(said));
        }
        data(&world, "add_pop", &[("email", "x"), ("password", PASSWORD)]);
        let said = refusal(&world, "add_pop", &[("email", "y"), ("password", PASSWORD)]);
        assert_eq!(said, "email: the account has 2 mailboxes, and its limit is 2.");
    }
}
