//! `batch`

use api::{
    Cx, Effect, Error, Flag, Form, Function, Input, Kind, Needs, Output, Param, Result, Type,
    Value, values::text,
};
use percent_encoding::percent_decode_str;

/// Calls several functions one after the other, as the caller.
#[derive(Debug, Input)]
pub struct Params {
    /// The calls in order, each `NAME` or `NAME?PARAM=VALUE&…`, encoded as in a URL.
    #[param(family)]
    pub command: Vec<Command>,
    /// Whether the first call that fails is the last.
    #[param(default = 0)]
    pub abort_on_error: Flag,
}

/// A call.
#[derive(Clone)]
pub struct Command {
    name: String,
    form: Form,
}

/// What the calls answered.
#[derive(Debug, Output)]
pub struct Reply {
    /// The whole answer of each call, in order.
    pub result: Vec<Value>,
}

/// See [`Params`].
pub struct Batch;

impl Function for Batch {
    const NAME: &'static str = "batch";
    const NEEDS: Needs = Needs::Login;
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        if params.command.is_empty() {
            return Err(Error::param("command", "is required"));
        }
        if params.command.iter().any(|command| command.name == Self::NAME) {
            return Err(Error::param("command", "may not be batch itself"));
        }
        let mut result = Vec::with_capacity(params.command.len());
        for Command { name, form } in &params.command {
            let answer = cx.relay.relay(name, form);
            if params.abort_on_error.0
                && let Some(reason) = failure(&answer)
            {
                return Err(Error::new(Kind::Conflict, reason));
            }
            result.push(answer);
        }
        Ok(Reply { result })
    }
}

/// Why a call failed, if it did.
fn failure(answer: &Value) -> Option<String> {
    let metadata = answer.get("metadata")?;
    if metadata.get("result").and_then(Value::as_i64) == Some(1) {
        return None;
    }
    Some(metadata.get("reason").and_then(Value::as_str).unwrap_or_default().to_owned())
}

impl Param for Command {
    const TYPE: Type = Type::Text;

    fn read(texts: &[&str]) -> Result<Self, String> {
        let command = api::form::one(texts)?;
        let (name, query) = command.split_once('?').unwrap_or((command, ""));
        let name = decoded(name)?;
        text::check(&name)?;
        if name.is_empty() {
            return Err("names no function".to_owned());
        }
        let pairs = query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            Ok((decoded(name)?, decoded(value)?))
        });
        let form: Form = pairs.collect::<Result<Vec<_>, String>>()?.into_iter().collect();
        if form.len() > api::form::MOST_PARAMETERS {
            return Err(format!("has more than {} parameters", api::form::MOST_PARAMETERS));
        }
        Ok(Self { name, form })
    }
}

impl std::fmt::Debug for Command {
    /// Without the parameters: there may be secrets among them.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}?…", self.name)
    }
}

fn decoded(text: &str) -> Result<String, String> {
    let text = text.replace('+', " ");
    let bytes = percent_decode_str(&text).decode_utf8();
    bytes.map(std::borrow::Cow::into_owned).map_err(|_| "is not UTF-8".to_owned())
}

#[cfg(test)]
mod tests {
    use api::{Acl, records::Setting};

    use super::*;
    use crate::testing::World;

    #[test]
    fn calls_are_answered_in_order_each_by_itself() {
        let world = World::new().plant_account("anna", "root");
        let form = [
            ("command", "version"),
            ("command-1", "accountsummary?user=nobody&api.version=1"),
            ("command-2", "accountsummary?user=%61nna"),
            ("command-10", "gethostname"),
        ];
        let result = world.data("root", "batch", &form)["result"].clone();
        let told: Vec<_> = result
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                (one["metadata"]["command"].as_str().unwrap(), one["metadata"]["result"].clone())
            })
            .collect();
        let names = ["version", "accountsummary", "accountsummary", "gethostname"];
        assert_eq!(told.iter().map(|one| one.0).collect::<Vec<_>>(), names);
        assert_eq!(told.iter().map(|one| one.1.clone()).collect::<Vec<_>>(), [1, 0, 1, 1]);
        assert_eq!(result[2]["data"]["acct"][0]["user"], "anna");
        assert!(result[1].get("data").is_none());
    }

    #[test]
    fn a_call_needs_what_it_needs_by_itself() {
        let world = World::new().reseller("bob", &[Acl::BasicSystemInfo]);
        let form = [("command", "listaccts"), ("command", "gethostname")];
        let result = world.data("bob", "batch", &form)["result"].clone();
        assert_eq!(result[0]["metadata"]["reason"], "The gate refused.");
        assert_eq!(result[1]["metadata"]["result"], 1);
    }

    #[test]
    fn the_first_failure_ends_it_when_asked() {
        let world = World::new();
        let form = [
            ("command-0", "setminimumpasswordstrengths?ftp=50"),
            ("command-1", "accountsummary?user=nobody"),
            ("command-2", "setminimumpasswordstrengths?list=50"),
            ("abort_on_error", "1"),
        ];
        assert_eq!(world.refusal("root", "batch", &form), "There is no account “nobody”.");
        let tx = world.host.store.read().unwrap();
        let kept: Vec<Setting> = tx.matching(vec![]).unwrap();
        let kept: Vec<_> = kept.iter().map(|setting| setting.name.as_str()).collect();
        assert_eq!(kept, ["password_strength.ftp"]);
    }

    #[test]
    fn a_batch_in_a_batch_is_refused_before_anything_is_called() {
        let world = World::new();
        let form = [("command", "setminimumpasswordstrengths?ftp=50"), ("command", "%62atch")];
        assert!(world.refusal("root", "batch", &form).starts_with("command: "));
        let tx = world.host.store.read().unwrap();
        assert_eq!(tx.count::<Setting>(&[]).unwrap(), 0);
        for bad in [&[][..], &[("command", "")], &[("command", "version?a=%ff")]] {
            assert!(world.refusal("root", "batch", bad).starts_with("command: "));
        }
    }

    #[test]
    fn a_query_is_decoded_as_a_form() {
        let command = Command::read(&["f?a=1+2&b=%26%3D&a=3&c"]).unwrap();
        assert_eq!(command.form.texts(&["a"]), ["1 2", "3"]);
        assert_eq!(command.form.last("b"), Some("&="));
        assert_eq!(command.form.last("c"), Some(""));
    }
}
