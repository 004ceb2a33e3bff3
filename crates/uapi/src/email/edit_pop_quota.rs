//! `Email::edit_pop_quota`

use api::{Account, Cx, DomainName, Effect, Function, Input, Needs, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, mailboxes},
};

/// Changes a mailbox's quota.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The local part.
    pub email: String,
    /// Megabytes; 0 or `unlimited` for none. What is above the largest becomes the largest.
    pub quota: Option<String>,
}

/// See [`Params`].
pub struct EditPopQuota;

impl Function for EditPopQuota {
    const NAME: &'static str = "edit_pop_quota";
    const NEEDS: Needs = Needs::Features(&["popaccts"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let (address, _) =
            addresses::own(change.tx(), &account, "email", &params.email, Some(&params.domain))?;
        let mut mailbox = mailboxes::existing(change.tx(), &address)?;
        mailbox.quota = mailboxes::capped_quota(&account, params.quota.as_deref())?;
        mailboxes::save(&mut change, &mailbox)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn a_quota_is_set_and_lowered_to_the_largest() {
        let world = world();
        let quota = |quota: &str| {
            let form = [("domain", "amy.test"), ("email", "info"), ("quota", quota)];
            data(&world, "edit_pop_quota", &form);
            data(&world, "get_pop_quota", &[("email", "info")])
        };
        assert_eq!(quota("77"), 77);
        assert_eq!(quota("0"), 0);
        let world =
            world.with_account("amy", |account| account.max_mailbox_quota = api::Limit::of(50));
        let form = [("domain", "amy.test"), ("email", "info"), ("quota", "0")];
        data(&world, "edit_pop_quota", &form);
        assert_eq!(data(&world, "get_pop_quota", &[("email", "info")]), 50);
    }

    #[test]
    fn the_wrong_parameter_is_named() {
        let world = world();
        let form = [("domain", "amy.test"), ("email", "info"), ("quota", "some")];
        assert!(refusal(&world, "edit_pop_quota", &form).starts_with("quota: "));
        let form = [("domain", "bob.test"), ("email", "info"), ("quota", "5")];
        assert!(refusal(&world, "edit_pop_quota", &form).starts_with("domain: "));
    }
}
