//! `Email::passwd_pop`

use api::{Account, Cx, DomainName, Effect, Function, Input, Needs, Result, Secret};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, mailboxes},
};

/// Changes a mailbox's password.
#[derive(Input)]
pub struct Params {
    /// The local part, or the whole address.
    pub email: String,
    /// The new password.
    pub password: Secret,
    /// The domain; the main one where it is absent.
    pub domain: Option<DomainName>,
}

/// See [`Params`].
pub struct PasswdPop;

impl Function for PasswdPop {
    const NAME: &'static str = "passwd_pop";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let domain = params.domain.as_ref();
        let (address, _) = addresses::own(&*tx, &account, "email", &params.email, domain)?;
        mailboxes::existing(&*tx, &address)?;
        let hash = mailboxes::hash(cx, &*tx, &address, &params.password)?;
        drop(tx);
        let mut change = Change::begin(cx)?;
        let mailbox = mailboxes::own(change.tx(), &account, "email", &address)?;
        mailboxes::set_password(cx, &mut change, mailbox, hash)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, refusal, strange, world};

    #[test]
    fn the_new_password_counts_and_the_old_one_does_not() {
        let world = world();
        let new = "Copper-window-4-salad";
        data(&world, "passwd_pop", &[("email", "info"), ("password", new)]);
        let right = |password: &str| {
            let form = [("email", "info@amy.test"), ("password", password)];
            data(&world, "verify_password", &form)
        };
        assert_eq!((right(new), right(PASSWORD)), (1.into(), 0.into()));
        let said = refusal(&world, "passwd_pop", &[("email", "info"), ("password", "info")]);
        assert!(said.starts_with("password: ") && !said.contains("\"info\""), "{said}");
        assert!(
            strange(&world, "passwd_pop", &[("email", "info@amy.test"), ("password", new)])
                .is_err()
        );
    }
}
