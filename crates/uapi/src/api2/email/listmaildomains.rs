//! `Email::listmaildomains` of cPanel API 2

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};

use crate::email::list_mail_domains::{self, ListMailDomains};

/// Lists the account's domains that take mail.
#[derive(Input)]
pub struct Params {
    /// Whether the main one is left out.
    #[param(default = 0)]
    pub skipmain: Flag,
}

/// A domain.
#[derive(Output)]
pub struct Row {
    /// Its name.
    pub domain: String,
}

/// See [`Params`].
pub struct Listmaildomains;

impl Function for Listmaildomains {
    const NAME: &'static str = "listmaildomains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let twin = list_mail_domains::Params {
            add_www: Flag(false),
            include_wildcard: Flag(false),
            select: None,
        };
        let found = ListMailDomains::run(cx, twin)?.into_iter();
        let skipped = usize::from(params.skipmain.0);
        Ok(found.skip(skipped).map(|one| Row { domain: one.domain }).collect())
    }
}

#[cfg(test)]
mod tests {
    use crate::{email::samples::world, testing::Calls as _};

    #[test]
    fn the_main_domain_may_be_left_out() {
        let world = world();
        let rows = world.api2("amy", "Email", "listmaildomains", &[]).unwrap().data;
        assert_eq!(rows, serde_json::json!([{"domain": "amy.test"}]));
        let rows =
            world.api2("amy", "Email", "listmaildomains", &[("skipmain", "1")]).unwrap().data;
        assert_eq!(rows, serde_json::json!([]));
    }
}
