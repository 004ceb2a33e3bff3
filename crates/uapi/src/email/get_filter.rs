//! `Email::get_filter`

use api::{
    Account, Cx, Effect, Function, Input, Needs, Output, Result,
    mail::{Action, MatchKind},
};
use functions::domain::mail::{
    addresses,
    filters::{self, Filter},
};

/// Gives a mail filter.
#[derive(Input)]
pub struct Params {
    /// The mailbox, or the account, that owns it.
    #[param(default = "")]
    pub account: String,
    /// Its name.
    pub filtername: String,
}

/// A filter.
#[derive(Output)]
pub struct Reply {
    /// What becomes of a message.
    pub actions: Vec<ActionItem>,
    /// Its name.
    pub filtername: String,
    /// What a message must be like.
    pub rules: Vec<Rule>,
}

/// What becomes of a message.
#[derive(Output)]
pub struct ActionItem {
    /// What is done.
    pub action: Action,
    /// The address, the file, the program or the text.
    pub dest: String,
    /// Its place, from 1.
    pub number: u32,
}

/// A condition.
#[derive(Output)]
pub struct Rule {
    /// How the part is compared.
    #[param(name = "match")]
    pub match_: MatchKind,
    /// Its place, from 1.
    pub number: u32,
    /// How it joins the next: `and` or `or`; `null` for the only one.
    pub opt: &'static str,
    /// The part of the message.
    pub part: String,
    /// What it is compared with.
    pub val: String,
}

/// See [`Params`].
pub struct GetFilter;

impl Function for GetFilter {
    const NAME: &'static str = "get_filter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let tx = cx.host.store.read()?;
        let account = Account::of_caller(&*tx, cx.caller)?;
        let owner = addresses::owner(&*tx, &account, "account", Some(&params.account))?;
        let filter = Filter::of(&filters::existing(&*tx, &owner, &params.filtername)?)?;
        let last = filter.conditions.len();
        let rules = (1..).zip(filter.conditions).map(|(number, rule)| Rule {
            match_: rule.kind,
            number,
            opt: if last == 1 { "null" } else { rule.join.as_str() },
            part: rule.part,
            val: rule.value,
        });
        let actions = (1..).zip(filter.acts);
        Ok(Reply {
            actions: actions
                .map(|(number, act)| ActionItem { action: act.action, dest: act.dest, number })
                .collect(),
            filtername: filter.name,
            rules: rules.collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, strange, world};

    #[test]
    fn a_filter_is_given_with_its_numbers() {
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
        let told = data(&world, "get_filter", &named);
        let rule = &told["rules"][0];
        assert_eq!(
            (&rule["number"], &rule["opt"], &rule["match"]),
            (&1.into(), &"null".into(), &"contains".into())
        );
        assert_eq!(
            (&told["actions"][0]["action"], &told["actions"][0]["dest"]),
            (&"fail".into(), &"No sellers".into())
        );
        assert!(strange(&world, "get_filter", &named).is_err());
        let said = refusal(&world, "get_filter", &[("account", "amy"), ("filtername", "spam")]);
        assert_eq!(said, "filtername: there is no filter “spam”.");
    }
}
