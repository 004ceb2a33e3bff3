//! `Email::set_list_privacy_options`

use api::{Account, Cx, Effect, Error, Flag, Function, Input, Needs, Result, records::MailingList};
use functions::domain::{
    change::{Change, OnFailure},
    mail::lists,
};

/// Sets how open a mailing list is.
#[derive(Input)]
pub struct Params {
    /// Whether it is on the public page of lists.
    pub advertised: Flag,
    /// Whether only members read its archive.
    pub archive_private: Flag,
    /// Its address.
    pub list: String,
    /// Who confirms a subscription: 1 the subscriber, 2 an administrator, 3 both.
    pub subscribe_policy: u32,
}

/// See [`Params`].
pub struct SetListPrivacyOptions;

impl Function for SetListPrivacyOptions {
    const NAME: &'static str = "set_list_privacy_options";
    const NEEDS: Needs = Needs::Features(&["lists"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = ();

    fn run(cx: &Cx<'_>, params: Params) -> Result<()> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        if !(1..=3).contains(&params.subscribe_policy) {
            return Err(Error::param("subscribe_policy", "must be 1, 2 or 3"));
        }
        let list = lists::own(change.tx(), &account, &params.list)?;
        let (advertised, archive_private) = (params.advertised, params.archive_private);
        let subscribe_policy = params.subscribe_policy;
        let list = MailingList { advertised, archive_private, subscribe_policy, ..list };
        lists::save(&mut change, &list)?;
        change.commit(OnFailure::Undo)
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{PASSWORD, data, refusal, strange, world};

    #[test]
    fn a_closed_list_is_private() {
        let world = world();
        let form = [("domain", "amy.test"), ("list", "news"), ("password", PASSWORD)];
        data(&world, "add_list", &form);
        assert_eq!(data(&world, "list_lists", &[])[0]["accesstype"], "public");
        let form = [
            ("list", "news@amy.test"),
            ("advertised", "0"),
            ("archive_private", "1"),
            ("subscribe_policy", "2"),
        ];
        data(&world, "set_list_privacy_options", &form);
        assert_eq!(data(&world, "list_lists", &[])[0]["accesstype"], "private");
        let wrong = [form[0], form[1], form[2], ("subscribe_policy", "4")];
        assert!(
            refusal(&world, "set_list_privacy_options", &wrong).starts_with("subscribe_policy: ")
        );
        assert!(strange(&world, "set_list_privacy_options", &form).is_err());
    }
}
