//! `Email::disable_filter`

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{addresses, filters},
};

/// Applies a mail filter no more.
#[derive(Input)]
pub struct Params {
    /// The mailbox, or the account, that owns it.
    #[param(default = "")]
    pub account: String,
    /// Its name.
    pub filtername: String,
}

/// The filter.
#[derive(Output)]
pub struct Reply {
    /// Its name.
    pub filtername: String,
    /// Whether that changed anything.
    pub updated: Flag,
}

/// See [`Params`].
pub struct DisableFilter;

impl Function for DisableFilter {
    const NAME: &'static str = "disable_filter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let owner = addresses::owner(change.tx(), &account, "account", Some(&params.account))?;
        let named = (owner.as_str(), params.filtername.as_str());
        let changed = filters::set_enabled(&mut change, &account, named, false)?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { filtername: params.filtername, updated: Flag(changed) })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn it_is_switched_and_said_whether_that_changed_it() {
        let world = world();
        let form = [
            ("account", "info@amy.test"),
            ("filtername", "spam"),
            ("part1", "$message_body"),
            ("match1", "contains"),
            ("val1", "buy"),
            ("action1", "fail"),
            ("dest1", "No sellers"),
        ];
        data(&world, "store_filter", &form);
        let named = [("account", "info@amy.test"), ("filtername", "spam")];
        assert_eq!(data(&world, "disable_filter", &named)["updated"], 1);
        assert_eq!(data(&world, "disable_filter", &named)["updated"], 0);
        let told = data(&world, "list_filters", &named[..1]);
        assert_eq!(told[0]["enabled"], 0);
        let said = refusal(&world, "disable_filter", &[("account", "amy"), ("filtername", "none")]);
        assert_eq!(said, "filtername: there is no filter “none”.");
    }
}
