//! The shapes of answers to callers that name no version (API 0): where the data stand, what is made
//! of them before, and what they are called there.

/// The shape of a function's answer to a caller that names no version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Legacy {
    /// Where the data stand.
    pub frame: Frame,
    /// What is made of them first.
    pub reshape: Reshape,
    /// Keys of the data, each with its name here.
    pub renamed: &'static [(&'static str, &'static str)],
    /// Keys that are there even where there is nothing to say, by their names here.
    pub kept: &'static [&'static str],
}

/// Where the data stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// Their keys at the root; a state only where there are none.
    Root,
    /// Their keys at the root, beside `status` and `statusmsg`.
    State,
    /// Their keys with `status`, `statusmsg` and what was noted, in the only item of a list under
    /// this key.
    Item(&'static str),
    /// The same, under the function's own name.
    OwnItem,
    /// They alone are the only item of a list under this key.
    Alone(&'static str),
    /// What they have under this key, or the raw output, stands beside an item under `result` that
    /// is the state alone.
    Beside(&'static str),
    /// They are the whole answer in every version.
    Literal,
}

/// What is made of the data before they are put anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reshape {
    /// Nothing.
    Nothing,
    /// The list under this key is its first item.
    First(&'static str),
    /// The first item of the list under this key is all.
    Only(&'static str),
    /// The list under this key is an object of what its items have under the second, by their
    /// `name`.
    ByName(&'static str, &'static str),
    /// The texts of the list under this key are objects, each with its text under the same key.
    Objects(&'static str),
    /// Keys within the object under this key have other names.
    Within(&'static str, &'static [(&'static str, &'static str)]),
    /// All of it stands under this key.
    Under(&'static str),
}

impl Legacy {
    /// The data's keys at the root.
    pub const BARE: Self = Self::framed(Frame::Root);
    /// The data's keys at the root, beside `status` and `statusmsg`.
    pub const STATE: Self = Self::framed(Frame::State);
    /// `result`: a list of one object with `status`, `statusmsg` and the data's keys.
    pub const RESULT: Self = Self::framed(Frame::Item("result"));
    /// The same under the function's own name.
    pub const OWN_NAME: Self = Self::framed(Frame::OwnItem);
    /// The data are the whole answer in every version.
    pub const LITERAL: Self = Self::framed(Frame::Literal);

    /// The data alone, in a list under this key.
    pub const fn alone(key: &'static str) -> Self {
        Self::framed(Frame::Alone(key))
    }

    /// What the data have under this key, or the raw output, beside the state under `result`.
    pub const fn beside(key: &'static str) -> Self {
        Self::framed(Frame::Beside(key))
    }

    /// The same with this made of the data first.
    #[must_use]
    pub const fn of(self, reshape: Reshape) -> Self {
        Self { reshape, ..self }
    }

    /// The same with other names for keys of the data.
    #[must_use]
    pub const fn renaming(self, renamed: &'static [(&'static str, &'static str)]) -> Self {
        Self { renamed, ..self }
    }

    /// The same with keys that are there even where there is nothing to say.
    #[must_use]
    pub const fn keeping(self, kept: &'static [&'static str]) -> Self {
        Self { kept, ..self }
    }

    const fn framed(frame: Frame) -> Self {
        Self { frame, reshape: Reshape::Nothing, renamed: &[], kept: &[] }
    }
}
