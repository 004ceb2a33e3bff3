//! `Email::delete_pop`

use api::{Account, Cx, DomainName, Effect, Flag, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, mailboxes},
};

/// Deletes a mailbox.
#[derive(Input)]
pub struct Params {
    /// The local part, or the whole address.
    pub email: String,
    /// The domain; the main one where it is absent.
    pub domain: Option<DomainName>,
    /// `passwd` keeps the mail; anything else removes it.
    pub flags: Option<String>,
    /// Whether the file of quotas stays as it is; there is none.
    #[param(default = 0)]
    pub skip_quota: Flag,
}

/// See [`Params`].
pub struct DeletePop;

impl Function for DeletePop {
    const NAME: &'static str = "delete_pop";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let domain = params.domain.as_ref();
        let (address, domain) =
            addresses::own(change.tx(), &account, "email", &params.email, domain)?;
        let keeps_mail = params.flags.as_deref() == Some("passwd");
        mailboxes::remove(&mut change, (&address, &domain), keeps_mail)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, refusal, strange, world};

    #[test]
    fn a_mailbox_goes_with_its_mail_or_without() {
        let world = world();
        let dir = [("dir", "amy.test")];
        data(&world, "delete_pop", &[("email", "info"), ("flags", "passwd")]);
        assert_eq!(data(&world, "count_pops", &[]), 0);
        assert_eq!(data(&world, "browse_mailbox", &dir)[0]["file"], "info");
        data(&world, "add_pop", &[("email", "info"), ("password", PASSWORD)]);
        data(&world, "delete_pop", &[("email", "info@amy.test")]);
        assert_eq!(data(&world, "browse_mailbox", &dir).as_array().unwrap().len(), 0);
        assert!(world.machine.mail_domain("amy.test").unwrap().unwrap().mailboxes.is_empty());
    }

    #[test]
    fn another_accounts_and_absent_ones_are_refused() {
        let world = world();
        assert!(strange(&world, "delete_pop", &[("email", "info@amy.test")]).is_err());
        let said = refusal(&world, "delete_pop", &[("email", "none")]);
        assert_eq!(said, "email: there is no mailbox “none@amy.test”.");
        assert_eq!(data(&world, "count_pops", &[]), 1);
    }
}
