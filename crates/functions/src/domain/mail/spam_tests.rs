//! The tests of the spam filter, as SpamAssassin names and weighs them; accounts give them other
//! scores by these names.

/// A test.
#[derive(Debug, Clone, Copy)]
pub struct SpamTest {
    /// Its name.
    pub key: &'static str,
    /// What it looks at.
    pub kind: &'static str,
    /// What it adds to the score of a message.
    pub score: f64,
}

const fn test(key: &'static str, kind: &'static str, score: f64) -> SpamTest {
    SpamTest { key, kind, score }
}

/// The tests, by name.
pub const TESTS: &[SpamTest] = &[
    test("BAYES_00", "body_tests", -1.9),
    test("BAYES_05", "body_tests", -0.5),
    test("BAYES_50", "body_tests", 0.8),
    test("BAYES_80", "body_tests", 2.0),
    test("BAYES_95", "body_tests", 3.0),
    test("BAYES_99", "body_tests", 3.5),
    test("BAYES_999", "body_tests", 0.2),
    test("DATE_IN_PAST_96_XX", "head_evals", 3.4),
    test("DKIM_ADSP_NXDOMAIN", "head_tests", 0.8),
    test("DKIM_INVALID", "meta_tests", 0.1),
    test("DKIM_SIGNED", "full_evals", 0.1),
    test("DKIM_VALID", "full_evals", -0.1),
    test("DKIM_VALID_AU", "full_evals", -0.1),
    test("EMPTY_MESSAGE", "meta_tests", 2.3),
    test("FORGED_YAHOO_RCVD", "head_evals", 1.6),
    test("FREEMAIL_FROM", "head_evals", 0.001),
    test("FREEMAIL_REPLYTO", "meta_tests", 1.0),
    test("GTUBE", "body_tests", 1000.0),
    test("HTML_FONT_LOW_CONTRAST", "body_tests", 0.001),
    test("HTML_IMAGE_ONLY_08", "body_tests", 1.8),
    test("HTML_MESSAGE", "body_tests", 0.001),
    test("HTML_MIME_NO_HTML_TAG", "meta_tests", 0.4),
    test("LOTS_OF_MONEY", "meta_tests", 0.001),
    test("MIME_HTML_ONLY", "body_tests", 0.7),
    test("MISSING_DATE", "head_tests", 2.7),
    test("MISSING_HEADERS", "head_tests", 1.2),
    test("MISSING_MID", "head_tests", 0.1),
    test("MISSING_SUBJECT", "head_tests", 1.8),
    test("NO_RELAYS", "other_tests", -0.001),
    test("RCVD_IN_BL_SPAMCOP_NET", "head_tests", 1.3),
    test("RDNS_NONE", "head_tests", 0.8),
    test("SPF_FAIL", "head_tests", 0.9),
    test("SPF_HELO_NONE", "head_tests", 0.001),
    test("SPF_NONE", "head_tests", 0.001),
    test("SPF_PASS", "head_tests", -0.001),
    test("SPF_SOFTFAIL", "head_tests", 0.7),
    test("SUBJ_ALL_CAPS", "head_evals", 0.5),
    test("URIBL_BLACK", "uri_tests", 1.7),
    test("URIBL_DBL_SPAM", "uri_tests", 2.5),
    test("URI_HEX", "uri_tests", 0.1),
];
