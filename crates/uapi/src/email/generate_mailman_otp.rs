//! `Email::generate_mailman_otp`

use api::{Account, Cx, Effect, Function, Input, Needs, Result, records::MailingList};
use functions::domain::{
    change::{Change, OnFailure},
    mail::lists,
};

/// Makes a password that opens a mailing list once.
#[derive(Input)]
pub struct Params {
    /// The list's address.
    pub list: String,
}

/// See [`Params`].
pub struct GenerateMailmanOtp;

impl Function for GenerateMailmanOtp {
    const NAME: &'static str = "generate_mailman_otp";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = String;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let list = lists::own(change.tx(), &account, &params.list)?;
        let password = cx.random_text(26)?;
        let once = cx.host.system.digest(&password);
        lists::save(&mut change, &MailingList { once, ..list })?;
        change.commit(OnFailure::Undo)?;
        Ok(password)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, strange, world};

    #[test]
    fn the_password_is_given_once_and_kept_as_a_digest() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        let list = [("list", "news@amy.test")];
        let password = data(&world, "generate_mailman_otp", &list);
        let password = password.as_str().unwrap();
        let kept = world.machine.mail_domain("amy.test").unwrap().unwrap().lists[0].once.clone();
        assert_eq!(kept, world.host.system.digest(password));
        assert_ne!(data(&world, "generate_mailman_otp", &list), password);
        assert!(strange(&world, "generate_mailman_otp", &list).is_err());
    }
}
