using System.Globalization;
using Headroom.Cloud.Services.CloudWatch.Alarms;

namespace Headroom.Cloud.Services.CloudWatch.CompositeAlarms;

/// <summary>
/// Reads rules (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html): NOT binds tighter than AND, AND
/// tighter than OR. Names may stand in double quotes; without them they end at a parenthesis or a comma.
/// </summary>
internal sealed class AlarmRuleParser
{
    private const int MostElements = 500;

    private readonly string _text;
    private int _at;
    private int _elements;

    private AlarmRuleParser(string text) => _text = text;

    /// <exception cref="AlarmRuleFault">It is no rule.</exception>
    internal static AlarmRule Parse(string text)
    {
        var parser = new AlarmRuleParser(text);
        var rule = parser.Any();
        parser.SkipSpace();
        return parser._at == text.Length ? rule : throw parser.Unexpected();
    }

    private AlarmRule Any()
    {
        var left = All();
        while (Take("OR"))
        {
            left = new AlarmRule.Or(left, All());
        }

        return left;
    }

    private AlarmRule All()
    {
        var left = One();
        while (Take("AND"))
        {
            left = new AlarmRule.And(left, One());
        }

        return left;
    }

    private AlarmRule One()
    {
        if (++_elements > MostElements)
        {
            throw new AlarmRuleFault($"AlarmRule must not have more than {MostElements} elements");
        }

        if (Take("NOT"))
        {
            return new AlarmRule.Not(One());
        }

        if (Take('('))
        {
            var grouped = Any();
            Expect(')');
            return grouped;
        }

        return TakeConstant() is { } constant ? constant
            : Take("AT_LEAST") ? AtLeast()
            : TakeState() is { } state ? new AlarmRule.InState(state, NameInParentheses())
            : throw Unexpected();
    }

    private AlarmRule.Constant? TakeConstant() =>
        Take("TRUE", StringComparison.OrdinalIgnoreCase) ? new(true) : Take("FALSE", StringComparison.OrdinalIgnoreCase) ? new(false) : null;

    private string? TakeState() =>
        Take(AlarmState.InsufficientData) ? AlarmState.InsufficientData : Take(AlarmState.Alarm) ? AlarmState.Alarm : Take(AlarmState.Ok) ? AlarmState.Ok : null;

    // AT_LEAST(2, ALARM, (a, b, c)), AT_LEAST(50%, NOT OK, (a, b))
    private AlarmRule.AtLeast AtLeast()
    {
        Expect('(');
        var (threshold, isPercentage) = (Number(), Take('%'));
        Expect(',');
        var (negated, state) = (Take("NOT"), TakeState() ?? throw Unexpected());
        Expect(',');
        Expect('(');
        var parts = new List<AlarmRule>();
        do
        {
            var condition = new AlarmRule.InState(state, Name());
            parts.Add(negated ? new AlarmRule.Not(condition) : condition);
        }
        while (Take(','));

        _elements += parts.Count;
        Expect(')');
        Expect(')');
        return new(threshold, isPercentage, parts);
    }

    private double Number()
    {
        SkipSpace();
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiDigit(_text[_at]) || _text[_at] == '.'))
        {
            _at++;
        }

        return double.TryParse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture, out var number) ? number : throw Unexpected();
    }

    private string NameInParentheses()
    {
        Expect('(');
        var name = Name();
        Expect(')');
        return name;
    }

    private string Name()
    {
        SkipSpace();
        var quoted = Take('"');
        var end = _text.AsSpan(_at).IndexOfAny(quoted ? "\"" : "(),\"");
        if (end <= 0)
        {
            throw Unexpected();
        }

        var name = _text.Substring(_at, end);
        _at += quoted ? end + 1 : end;
        return quoted ? name : name.TrimEnd();
    }

    // A word ends where no letter, digit or underscore follows: ALARMS is not ALARM.
    private bool Take(string word, StringComparison comparison = StringComparison.Ordinal)
    {
        SkipSpace();
        var end = _at + word.Length;
        var isHere = end <= _text.Length && _text.AsSpan(_at, word.Length).Equals(word, comparison) && (end == _text.Length || !(char.IsLetterOrDigit(_text[end]) || _text[end] == '_'));
        _at = isHere ? end : _at;
        return isHere;
    }

    private bool Take(char symbol)
    {
        SkipSpace();
        var isHere = _at < _text.Length && _text[_at] == symbol;
        _at += isHere ? 1 : 0;
        return isHere;
    }

    private void Expect(char symbol)
    {
        if (!Take(symbol))
        {
            throw Unexpected();
        }
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            _at++;
        }
    }

    private AlarmRuleFault Unexpected() => new(_at < _text.Length
        ? $"Invalid AlarmRule: unexpected '{_text[_at]}' at position {_at}"
        : "Invalid AlarmRule: unexpected end");
}
