//! `Email::tracefilter` of cPanel API 2

use api::{Cx, Effect, Function, Input, Multiline, Needs, Result};

use crate::email::trace_filter::{self, Reply, TraceFilter};

/// Says what the filters would make of a text.
#[derive(Input)]
pub struct Params {
    /// The text.
    pub msg: Multiline,
    /// The mailbox whose filters are tried; the account's where it is absent.
    pub account: Option<String>,
}

/// See [`Params`].
pub struct Tracefilter;

impl Function for Tracefilter {
    const NAME: &'static str = "tracefilter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Reply>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let twin = trace_filter::Params { msg: params.msg, account: params.account };
        TraceFilter::run(cx, twin).map(|reply| vec![reply])
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn it_is_said_which_filter_fits() {
        let world = world();
        let form = [
            ("filtername", "spam"),
            ("part1", "$message_body"),
            ("match1", "contains"),
            ("val1", "buy"),
            ("action1", "fail"),
        ];
        world.api2("amy", "Email", "storefilter", &form).unwrap();
        let rows = world.api2("amy", "Email", "tracefilter", &[("msg", "buy this")]).unwrap().data;
        assert!(rows[0]["trace"].as_str().unwrap().contains("“spam” fits"));
        assert!(world.api2("bob", "Email", "tracefilter", &[("msg", "x")]).is_err());
    }
}
