//! `Fileman::transcode`

use api::Kind;
use api::{Cx, Effect, Error, Flag, Function, Input, Needs, Output, Result};
use functions::domain::files::{Content, charset};

/// Converts text as a file in a charset would hold it.
#[derive(Input)]
pub struct Params {
    /// The text.
    pub content: Content,
    /// The charset that it was sent in: UTF-8, as calls are.
    #[param(default = "UTF-8")]
    pub from_charset: String,
    /// The charset that it is converted to.
    #[param(default = "UTF-8")]
    pub to_charset: String,
    /// 1: characters that the charset lacks are left out.
    #[param(default = 0)]
    pub discard_illegal: Flag,
    /// 1: characters that the charset lacks become question marks; 0: fails then.
    #[param(default = 0)]
    pub transliterate: Flag,
}

/// What `transcode` answers.
#[derive(Output)]
pub struct Reply {
    /// The charset.
    pub charset: String,
    /// What of the text the charset can hold.
    pub content: String,
}

/// See [`Params`].
pub struct Transcode;

impl Function for Transcode {
    const NAME: &'static str = "transcode";
    const NEEDS: Needs = Needs::Features(&["filemanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, params: Params) -> Result<Reply> {
        charset::find("from_charset", &params.from_charset)?;
        let to = charset::find("to_charset", &params.to_charset)?;
        let mut content = String::new();
        for letter in params.content.0.chars() {
            if charset::encode(to, letter.encode_utf8(&mut [0; 4])).is_some() {
                content.push(letter);
            } else if params.transliterate.0 {
                content.push('?');
            } else if !params.discard_illegal.0 {
                let problem = format!("content: {} lacks the character “{letter}”.", to.name());
                return Err(Error::new(Kind::Conflict, problem));
            }
        }
        Ok(Reply { charset: to.name().to_owned(), content })
    }
}

#[cfg(test)]
mod tests {
    use functions::testing::World;

    use crate::testing::Calls as _;

    #[test]
    fn what_a_charset_lacks_is_left_out_replaced_or_refused() {
        let world = World::new().account("alice", "root");
        let call = |more: &[(&str, &str)]| {
            let mut form = vec![("content", "a日b"), ("to_charset", "iso-8859-15")];
            form.extend(more);
            world.uapi("alice", "Fileman", "transcode", &form).map(|answer| answer.data)
        };
        assert_eq!(call(&[("discard_illegal", "1")]).unwrap()["content"], "ab");
        assert_eq!(call(&[("transliterate", "1")]).unwrap()["content"], "a?b");
        let said = call(&[]).unwrap_err().to_string();
        assert_eq!(said, "content: ISO-8859-15 lacks the character “日”.");
    }
}
