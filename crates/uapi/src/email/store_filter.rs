//! `Email::store_filter`

use std::collections::BTreeMap;

use api::{Account, Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::{
    change::{Change, OnFailure},
    mail::{
        addresses,
        filters::{self, Filter},
    },
};

/// Creates, changes or renames a mail filter.
#[derive(Input)]
pub struct Params {
    /// Its name.
    pub filtername: String,
    /// The mailbox that owns it; the account where it is absent.
    pub account: Option<String>,
    /// The name that it had.
    pub oldfiltername: Option<String>,
    /// `partN`, `matchN`, `valN`, `optN`: the conditions, numbered from 1: a part of the message, how
    /// it is compared, with what, and `and` or `or` before the next. `actionN`, `destN`: what becomes
    /// of such a message: `deliver` to an address, `fail` with a text, `finish`, `save` into a file,
    /// `pipe` to a program.
    #[param(rest)]
    pub rest: BTreeMap<String, String>,
}

/// What `store_filter` answers.
#[derive(Output)]
pub struct Reply {
    /// The mailbox that owns it; absent where the account does.
    #[param(absent)]
    pub account: Option<String>,
}

/// See [`Params`].
pub struct StoreFilter;

impl Function for StoreFilter {
    const NAME: &'static str = "store_filter";
    const NEEDS: Needs = Needs::Features(&["emailfilter"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let mut change = Change::begin(cx)?;
        let account = Account::of_caller(change.tx(), cx.caller)?;
        let owner = addresses::owner(change.tx(), &account, "account", params.account.as_deref())?;
        let filter = Filter {
            name: params.filtername,
            enabled: Flag(true),
            conditions: filters::conditions(&params.rest)?,
            acts: filters::acts(&params.rest)?,
        };
        filters::store(&mut change, &account, &owner, &filter, params.oldfiltername.as_deref())?;
        change.commit(OnFailure::Undo)?;
        Ok(Reply { account: owner.contains('@').then_some(owner) })
    }
}

#[cfg(test)]
mod tests {
    use crate::email::samples::{data, refusal, world};

    const FORM: [(&str, &str); 10] = [
        ("filtername", "spam"),
        ("part1", "$header_from:"),
        ("match1", "contains"),
        ("val1", "seller"),
        ("opt1", "or"),
        ("part2", "$h_to, $h_cc"),
        ("match2", "begins"),
        ("val2", "buy"),
        ("action1", "deliver"),
        ("dest1", "x@else.test"),
    ];

    #[test]
    fn a_filter_is_made_changed_and_renamed() {
        let world = world();
        let told = data(&world, "store_filter", &FORM);
        assert!(told.get("account").is_none());
        let mut form = FORM;
        form[3].1 = "bot";
        data(&world, "store_filter", &form);
        form[0].1 = "bots";
        data(&world, "store_filter", &[&form[..], &[("oldfiltername", "spam")]].concat());
        assert_eq!(data(&world, "count_filters", &[]), 1);
        let told = data(&world, "list_filters", &[]);
        assert_eq!(
            (&told[0]["filtername"], &told[0]["rules"][0]["val"]),
            (&"bots".into(), &"bot".into())
        );
        assert_eq!(told[0]["rules"][1]["part"], "foranyaddress $h_to:,$h_cc:,$h_bcc:");
        let mine =
            data(&world, "store_filter", &[&FORM[..], &[("account", "info@amy.test")]].concat());
        assert_eq!(mine["account"], "info@amy.test");
        assert_eq!(world.machine.mail_domain("amy.test").unwrap().unwrap().filters.len(), 2);
    }

    #[test]
    fn the_wrong_parameter_is_named() {
        let world = world();
        for (place, name, wrong) in [
            (0, "filtername", ""),
            (1, "part1", "$header_cc:"),
            (2, "match1", "smells"),
            (4, "opt1", "xor"),
            (8, "action1", "burn"),
            (9, "dest1", "nobody"),
        ] {
            let mut form = FORM;
            form[place].1 = wrong;
            let said = refusal(&world, "store_filter", &form);
            assert!(said.starts_with(&format!("{name}: ")), "{said}");
        }
        let mut form = FORM;
        form[8].1 = "save";
        form[9].1 = "/home/bob/x";
        assert!(refusal(&world, "store_filter", &form).starts_with("dest1: "));
        assert!(refusal(&world, "store_filter", &FORM[..8]).starts_with("action1: "));
        let form = [&FORM[..], &[("account", "x@bob.test")]].concat();
        assert!(refusal(&world, "store_filter", &form).starts_with("account: "));
        assert_eq!(data(&world, "count_filters", &[]), 0);
    }
}
