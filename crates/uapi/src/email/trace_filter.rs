//! `Email::trace_filter`

use api::{Account, Cx, Effect, Error, Function, Input, Multiline, Needs, Output, Result};
use functions::domain::mail::{addresses, filters};

/// Says what the filters would make of a text.
#[derive(Input)]
pub struct Params {
    /// The text.
    pub msg: Multiline,
    /// The mailbox whose filters are tried; the account's where it is absent.
    pub account: Option<String>,
}

/// What became of the text.
#[derive(Output)]
pub struct Reply {
    /// What each filter said, a line each.
    pub trace: String,
}

/// See [`Params`].
pub struct TraceFilter;

impl Function for TraceFilter {
    const NAME: &'static str = "trace_filter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let owner = addresses::owner(&*tx, &account, "account", params.account.as_deref())?;
        let found = filters::of(&*tx, &owner)?;
        if found.is_empty() {
            return Err(Error::not_found(format!("account: “{owner}” has no filters.")));
        }
        Ok(Reply { trace: filters::trace(&found, &params.msg.0)? })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    #[test]
    fn it_is_said_which_filter_fits() {
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
        let trace = |msg: &str| {
            let form = [("account", "info@amy.test"), ("msg", msg)];
            data(&world, "trace_filter", &form)["trace"].as_str().unwrap().to_owned()
        };
        assert!(trace("please buy this").contains("“spam” fits: fail “No sellers”"));
        assert!(trace("hello").contains("“spam” does not fit"));
        assert!(trace("hello").ends_with("The message is delivered as usual."));
        let said = refusal(&world, "trace_filter", &[("msg", "x")]);
        assert_eq!((said.as_str(), named.len()), ("account: “amy” has no filters.", 2));
    }
}
